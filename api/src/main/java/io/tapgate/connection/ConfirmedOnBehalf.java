package io.tapgate.connection;

import io.tapgate.audit.By;

/**
 * An admin let somebody in without their tap. Announced inside the transaction: people must hear.
 */
public record ConfirmedOnBehalf(Connection connection, By by) {}
