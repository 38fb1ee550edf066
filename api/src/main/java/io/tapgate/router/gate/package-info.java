/**
 * The gate on a router: what an admin wants it to be, what setting it up would change there, and
 * what is wrong with it. A router that was prepared lets no VPN client through that Tapgate did not
 * permit, whether or not Tapgate is there.
 *
 * <p>An admin's own login is used for one visit and kept nowhere.
 */
@NullMarked
package io.tapgate.router.gate;

import org.jspecify.annotations.NullMarked;
