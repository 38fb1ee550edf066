/**
 * The way to the admin API: where it is and what opens it ({@link io.tapgate.cli.api.Access}), one
 * call and its answer, page after page. A refusal becomes a {@link io.tapgate.cli.api.Failure} that
 * says what to do next.
 */
@NullMarked
package io.tapgate.cli.api;

import org.jspecify.annotations.NullMarked;
