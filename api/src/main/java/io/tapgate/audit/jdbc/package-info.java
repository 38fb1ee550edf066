/** The record, in PostgreSQL. */
@NullMarked
package io.tapgate.audit.jdbc;

import org.jspecify.annotations.NullMarked;
