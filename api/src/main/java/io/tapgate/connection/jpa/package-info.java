/**
 * Connections as rows in PostgreSQL. Every condition of the port is in the statement that writes.
 */
@NullMarked
package io.tapgate.connection.jpa;

import org.jspecify.annotations.NullMarked;
