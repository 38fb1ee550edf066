/** A clock for tests that goes on by hand, and what is promised of any other. */
@NullMarked
package io.tapgate.playground.time;

import org.jspecify.annotations.NullMarked;
