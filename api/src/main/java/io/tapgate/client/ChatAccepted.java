package io.tapgate.client;

import java.util.Optional;

/** An admin said that a client is asked in another chat from now on. */
public record ChatAccepted(Client client, Optional<ChatId> before) {}
