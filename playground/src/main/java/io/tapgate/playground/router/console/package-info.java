/**
 * What a command means: menus, verbs, arguments, queries, and the words a router refuses with.
 *
 * <p>A command is carried out inside the device, alone, and comes back as an {@link
 * io.tapgate.playground.router.console.Outcome}. Nothing in here knows sockets, tags or logins.
 */
@NullMarked
package io.tapgate.playground.router.console;

import org.jspecify.annotations.NullMarked;
