/**
 * Time that can be waited for. Everything in the playground that happens later (a slow answer, an
 * update held back) waits here, so that a test can let the time pass by hand. Nothing in here knows
 * what is waited for, and nothing may wait by asking again and again.
 */
@NullMarked
package io.tapgate.playground.time;

import org.jspecify.annotations.NullMarked;
