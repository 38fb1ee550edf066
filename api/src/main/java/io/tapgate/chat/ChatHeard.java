package io.tapgate.chat;

import io.tapgate.client.ChatId;

/** Somebody wrote, pressed, or let the bot in again: the chat is owed an answer or a change. */
public record ChatHeard(ChatId chat) {}
