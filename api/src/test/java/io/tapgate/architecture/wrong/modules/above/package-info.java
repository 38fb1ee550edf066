/** A room with a leaf of its own. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.tapgate.architecture.wrong.modules.above;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
