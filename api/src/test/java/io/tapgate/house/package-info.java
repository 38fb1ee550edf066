/**
 * The whole api on a real PostgreSQL, between a pretend router and a pretend Telegram that speak
 * the real protocols. Taps are knocked at the doors as the watcher knocks.
 */
@NullMarked
package io.tapgate.house;

import org.jspecify.annotations.NullMarked;
