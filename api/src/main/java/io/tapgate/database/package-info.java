/**
 * Where the truth is kept: the PostgreSQL an admin names, or one of our own beside the data. There
 * is one SQL dialect, and it is PostgreSQL's.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.tapgate.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
