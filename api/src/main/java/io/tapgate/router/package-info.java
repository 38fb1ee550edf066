/**
 * The door: what a router must show for a connection or a ban, and the driver that makes it so.
 *
 * <p>The driver reads the newest state of a row, speaks to the router through {@link
 * io.tapgate.router.RouterDoor}, reads back what the router shows, and writes that down. It holds
 * no transaction, lock or pooled connection while it speaks. It never permits what it cannot prove:
 * no session listed, no permit.
 *
 * <p>One router follows the environment, others are added, changed and removed by admins ({@link
 * io.tapgate.router.AddingRouters} and its neighbours) while everything runs: {@link
 * io.tapgate.router.Routers} is read again, and what is driven follows. An admin's router may not
 * be where Tapgate calls nobody, see {@link io.tapgate.router.OffLimits}, and its password is
 * locked at rest.
 */
@ApplicationModule(
    allowedDependencies = {
      "audit",
      "connection",
      "client",
      "driving",
      "address",
      "doors",
      "pulse",
      "settings",
      "vault"
    })
@NullMarked
package io.tapgate.router;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
