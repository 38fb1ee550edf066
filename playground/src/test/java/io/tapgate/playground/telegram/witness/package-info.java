/** A client that others wrote, against the pretend Telegram: it must find nothing strange. */
@NullMarked
package io.tapgate.playground.telegram.witness;

import org.jspecify.annotations.NullMarked;
