/**
 * Addresses, kept apart by type. A tunnel address is inside: the deny and the permit list hold it.
 * A caller address is outside: the ban list holds it. Only IP literals in normal form get in here,
 * so whatever is compared, stored or sent to a router later has exactly one spelling and no meaning
 * but an address. Nothing in here ever asks a name server.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.tapgate.address;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
