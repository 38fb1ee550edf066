/**
 * Who did what, and the record of it that cannot be changed unseen.
 *
 * <p>What happens to a connection or a ban is written down by the database itself, in the statement
 * that changes it; what an admin does, by whoever does it, in the same transaction. Nobody waits
 * for more than that: sealing comes within a second, behind the change. A record is never changed;
 * what is too old goes from the front, and a signed checkpoint stays in its place.
 */
@ApplicationModule(allowedDependencies = {"vault", "doors", "pulse", "settings"})
@NullMarked
package io.tapgate.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
