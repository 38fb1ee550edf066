package io.tapgate.chat;

import io.tapgate.client.ChatId;

/** Somebody wrote to the bot, or let it in again, and is owed an answer or a question. */
public record ChatHeard(ChatId chat) {}
