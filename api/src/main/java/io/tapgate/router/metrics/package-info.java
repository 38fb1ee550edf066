/** What goes wrong with routers, counted for Prometheus. It watches; it never acts. */
@NullMarked
package io.tapgate.router.metrics;

import org.jspecify.annotations.NullMarked;
