/** Keeps the records in PostgreSQL: the fresh ones, the chain, and where it begins and ends. */
@NullMarked
package io.tapgate.audit.jdbc;

import org.jspecify.annotations.NullMarked;
