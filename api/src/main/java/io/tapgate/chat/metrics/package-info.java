/** What goes wrong with messages, counted for Prometheus. It watches; it never acts. */
@NullMarked
package io.tapgate.chat.metrics;

import org.jspecify.annotations.NullMarked;
