/**
 * Requests that the router itself sends, to whoever listens there: really, and as a router does.
 */
@NullMarked
package io.tapgate.playground.router.fetch;

import org.jspecify.annotations.NullMarked;
