/** What happens to connections, counted and timed for Prometheus. It watches; it never acts. */
@NullMarked
package io.tapgate.connection.metrics;

import org.jspecify.annotations.NullMarked;
