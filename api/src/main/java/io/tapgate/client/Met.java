package io.tapgate.client;

import java.util.Optional;

/**
 * Whom a report named.
 *
 * @param left the chat that was asked until now, if a trusted router's word replaced it
 */
public record Met(Client client, Optional<ChatId> left) {}
