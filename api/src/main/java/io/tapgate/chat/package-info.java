/**
 * What people read, and the driver that tells them.
 *
 * <p>A {@link io.tapgate.chat.Question} is one message in one chat, kept in step with its
 * connection; a {@link io.tapgate.chat.Notice} is told once. What is to be told is written down in
 * the transaction that made it so and told after the commit, again and again until it was. Nothing
 * is said to be done before a router was read back to show it. Here nobody knows whose make the
 * post office is, and nobody decides: a tap is handed to the connection's own verbs.
 */
@ApplicationModule(
    allowedDependencies = {"audit", "connection", "client", "driving", "address", "doors"})
@NullMarked
package io.tapgate.chat;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
