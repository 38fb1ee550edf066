/**
 * Certificates and their keys, really made: what the router signs is what a TLS client meets. Knows
 * neither menus nor the API.
 */
@NullMarked
package io.tapgate.playground.router.certificate;

import org.jspecify.annotations.NullMarked;
