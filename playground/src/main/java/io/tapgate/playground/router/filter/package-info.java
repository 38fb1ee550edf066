/**
 * What the rules on the router make of a packet. It is walked through them in order, with address
 * lists, interface lists, connection state and fasttrack, so that "nobody gets in" is judged by
 * what would happen to a packet and not by what stands in a list.
 */
@NullMarked
package io.tapgate.playground.router.filter;

import org.jspecify.annotations.NullMarked;
