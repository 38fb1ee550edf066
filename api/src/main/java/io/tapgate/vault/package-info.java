/**
 * What must not be readable at rest, and what must not be forged: both by TAPGATE_KEY.
 *
 * <p>Whoever has the database alone can neither read a router's password nor sign a record of the
 * audit. The key is in the environment, or in a file beside the data; never in the database.
 */
@ApplicationModule(allowedDependencies = {"settings"})
@NullMarked
package io.tapgate.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
