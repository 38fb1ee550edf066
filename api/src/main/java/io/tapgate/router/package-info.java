/**
 * The door: what a router must show for a connection or a ban, and the driver that makes it so.
 *
 * <p>The driver reads the newest state of a row, speaks to the router through {@link
 * io.tapgate.router.RouterDoor}, reads back what the router shows, and writes that down. It holds
 * no transaction, lock or pooled connection while it speaks. It never permits what it cannot prove:
 * no session listed, no permit.
 */
@ApplicationModule(
    allowedDependencies = {"connection", "client", "driving", "address", "doors", "settings"})
@NullMarked
package io.tapgate.router;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
