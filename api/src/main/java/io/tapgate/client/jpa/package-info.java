/** Clients and bans as rows in PostgreSQL. */
@NullMarked
package io.tapgate.client.jpa;

import org.jspecify.annotations.NullMarked;
