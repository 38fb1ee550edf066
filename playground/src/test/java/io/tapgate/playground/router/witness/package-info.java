/**
 * Clients that others wrote, held against the pretend router: what they understand of it is not our
 * own reading of the protocol confirming itself. Nothing of Tapgate may be used in here but the
 * pretend router.
 */
@NullMarked
package io.tapgate.playground.router.witness;

import org.jspecify.annotations.NullMarked;
