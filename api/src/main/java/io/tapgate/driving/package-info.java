/**
 * Who speaks to a router, to Telegram, or reads it: one owner at a time, by the database's clock.
 *
 * <p>An owner renews its claim well before it runs out, and stops by its own stopwatch before the
 * database would let somebody else begin. Nobody here knows what is driven.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.tapgate.driving;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
