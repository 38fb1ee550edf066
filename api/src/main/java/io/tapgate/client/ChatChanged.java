package io.tapgate.client;

import java.util.Optional;

/** A client is asked in another chat from now on, or in none. */
public record ChatChanged(Client client, Optional<ChatId> before) {}
