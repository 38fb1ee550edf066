package io.tapgate.chat;

import io.tapgate.client.ChatId;

/** Somebody wrote to the bot, and is owed an answer. */
public record ChatHeard(ChatId chat) {}
