/**
 * What an admin writes down on a router, and what its export prints: menus of items with
 * properties, some in an order that matters.
 *
 * <p>A {@link io.tapgate.playground.router.config.Shape} says which properties a menu knows and
 * what they are when nobody says; a {@link io.tapgate.playground.router.config.Shelf} holds the
 * items. Nothing in here knows what the items do.
 */
@NullMarked
package io.tapgate.playground.router.config;

import org.jspecify.annotations.NullMarked;
