/**
 * The pretend router: it speaks the RouterOS API over TCP and has VPN clients that dial in and hang
 * up. For a first try without hardware, and for every test that needs a router.
 *
 * <p>{@link io.tapgate.playground.router.PretendRouter} is the one way in. It must never know
 * anything of Tapgate but the hook doors: what it shows has to come in over the wire, as on a real
 * router.
 */
@NullMarked
package io.tapgate.playground.router;

import org.jspecify.annotations.NullMarked;
