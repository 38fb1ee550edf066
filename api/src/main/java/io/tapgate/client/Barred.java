package io.tapgate.client;

import io.tapgate.audit.By;

/** An admin keeps a client out from now on: what is live ends. Announced inside the transaction. */
public record Barred(Client client, Ban ban, By by) {}
