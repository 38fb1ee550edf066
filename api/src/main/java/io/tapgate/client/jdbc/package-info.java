/**
 * Clients as rows in PostgreSQL, in plain SQL: who holds a row sees what it is now, and not what
 * was read of it before.
 */
@NullMarked
package io.tapgate.client.jdbc;

import org.jspecify.annotations.NullMarked;
