/** Keys, and lists of everything that is on record, in PostgreSQL. */
@NullMarked
package io.tapgate.admin.jdbc;

import org.jspecify.annotations.NullMarked;
