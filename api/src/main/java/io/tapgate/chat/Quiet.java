package io.tapgate.chat;

import io.tapgate.client.ChatId;
import java.util.Set;

/**
 * Chats to leave alone for the moment.
 *
 * @param busy something is being told there
 * @param resting they had a new message just now; one that is there already may be changed
 */
public record Quiet(Set<ChatId> busy, Set<ChatId> resting) {}
