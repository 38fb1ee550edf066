/**
 * The gate in RouterOS's words: which rules, lists, profiles, users and services it is made of, and
 * what a router lacks of it. Nothing is changed that does not carry our comment or our name, but
 * what the gate cannot do without; and of that, what was before is noted down on the router.
 */
@NullMarked
package io.tapgate.router.routeros.gate;

import org.jspecify.annotations.NullMarked;
