/** Made to fail: knows another room's leaf. */
@ApplicationModule(allowedDependencies = {"above"})
@NullMarked
package io.tapgate.architecture.wrong.modules.beside;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
