/** The database of our own, and what databases are refused. */
@NullMarked
package io.tapgate.database;

import org.jspecify.annotations.NullMarked;
