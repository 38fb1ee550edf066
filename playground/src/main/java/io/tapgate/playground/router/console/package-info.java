/**
 * What a command means: menus, verbs, arguments, queries, and the words a router refuses with.
 *
 * <p>A command is carried out inside the device, alone, and comes back as an {@link
 * io.tapgate.playground.router.console.Outcome}. Nothing in here knows sockets, tags or logins.
 *
 * <p>Where no source says what a real router does, the choice is the one that is harder on a
 * client, and nobody should build on it: a timeout of 0s ends an entry at once; a timeout set on a
 * static entry makes it dynamic; of several items named in one command none is touched when one is
 * missing; a count of nothing is {@code !done} with 0 and no {@code !empty}; a query compares text
 * as it is printed; an IPv6 connection shows its ports apart from its addresses; a dropped
 * session's on-down script runs a moment after the command is done.
 */
@NullMarked
package io.tapgate.playground.router.console;

import org.jspecify.annotations.NullMarked;
