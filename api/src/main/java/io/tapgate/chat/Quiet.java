package io.tapgate.chat;

import io.tapgate.client.ChatId;
import java.util.Set;

/**
 * Chats to leave alone for the moment.
 *
 * @param busy something is being told there, or Telegram asked for a pause there
 * @param resting something was told there just now: a message may be changed, no new one comes yet
 */
public record Quiet(Set<ChatId> busy, Set<ChatId> resting) {}
