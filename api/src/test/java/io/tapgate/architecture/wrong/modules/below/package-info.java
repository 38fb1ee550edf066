/** Made to fail: points up, which it may not. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.tapgate.architecture.wrong.modules.below;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
