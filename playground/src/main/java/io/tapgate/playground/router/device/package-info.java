/**
 * The router itself, without any protocol: who is dialled in, what stands in the address lists,
 * which connections are tracked, and a journal of everything that changed.
 *
 * <p>All of it is looked at and changed inside {@link
 * io.tapgate.playground.router.device.Device#inside}, by one thread at a time; every change is
 * announced, in order, after it happened. Time is the clock that was handed in. Nothing in here
 * knows words, sockets or HTTP.
 */
@NullMarked
package io.tapgate.playground.router.device;

import org.jspecify.annotations.NullMarked;
