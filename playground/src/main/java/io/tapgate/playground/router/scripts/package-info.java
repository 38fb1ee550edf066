/**
 * What is written down on the router and runs there: when a session comes up or goes down, the
 * on-up or on-down of its profile, as text, through the interpreter. Such a script changes the
 * router by the router's own menus and sends real requests; a login waits for none of it.
 *
 * <p>Nothing in here knows what a script is for. Where there is none, nothing happens and nobody is
 * told.
 */
@NullMarked
package io.tapgate.playground.router.scripts;

import org.jspecify.annotations.NullMarked;
