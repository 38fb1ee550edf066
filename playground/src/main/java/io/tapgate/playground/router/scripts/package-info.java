/**
 * What runs on the router when a session comes up or goes down: first the router's own lists, which
 * close the gate whether or not anybody listens, then one report to Tapgate, tried once and never
 * waited for by the login.
 */
@NullMarked
package io.tapgate.playground.router.scripts;

import org.jspecify.annotations.NullMarked;
