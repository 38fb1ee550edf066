/**
 * One VPN session: asked, then confirmed, rejected, expired or banned, then ended.
 *
 * <p>{@link io.tapgate.connection.State} holds the rules; each verb ({@link
 * io.tapgate.connection.Connecting}, {@link io.tapgate.connection.Confirming}, {@link
 * io.tapgate.connection.Rejecting}, {@link io.tapgate.connection.Expiring}, {@link
 * io.tapgate.connection.Ending}) is one short transaction that changes a row and announces it.
 * Nothing in here speaks to a router or to a person, and no time is judged but the database's.
 */
@ApplicationModule(
    allowedDependencies = {"audit", "client", "address", "driving", "doors", "pulse", "settings"})
@NullMarked
package io.tapgate.connection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
