/**
 * What all doors have in common: who may knock at which, how much may be carried in, how a body is
 * read, and how a refusal is worded. It knows no room behind the doors.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.tapgate.doors;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
