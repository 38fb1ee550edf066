/**
 * The pretend router: it speaks the RouterOS API over TCP and has VPN clients that dial in and hang
 * up. For a first try without hardware, and for every test that needs a router.
 *
 * <p>{@link io.tapgate.playground.router.PretendRouter} is the one way in. Of Tapgate it has the
 * scripts of router-scripts/ and nothing else: it runs what is written down on it, and what it
 * shows has to come in over the wire, as on a real router.
 */
@NullMarked
package io.tapgate.playground.router;

import org.jspecify.annotations.NullMarked;
