/** Bans as rows in PostgreSQL: who is kept out, from when, and until when. */
@NullMarked
package io.tapgate.client.jpa;

import org.jspecify.annotations.NullMarked;
