/**
 * Who may connect, how many chances are left, who is banned.
 *
 * <p>A client is created on first sight, and its row is what reports of the same client queue up
 * at. The unconfirmed count is never stored: it is counted anew each time. A chat once known is
 * never replaced by a router's word, unless an admin said so.
 */
@ApplicationModule(allowedDependencies = {"audit", "address", "settings"})
@NullMarked
package io.tapgate.client;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
