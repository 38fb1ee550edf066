/**
 * How settings are written and refused. Each room binds its own settings in a record; this one
 * knows how a duration is spelled, and how to say which setting is wrong and what to write there.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.tapgate.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
