/**
 * Once a second, on every node. Quartz fires it, from memory: what is due is in the rows, so
 * nothing is lost with a node. Nobody here knows what is done each second.
 */
@ApplicationModule(allowedDependencies = {"driving"})
@NullMarked
package io.tapgate.pulse;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
