/** Routers and their ban entries in PostgreSQL. */
@NullMarked
package io.tapgate.router.jdbc;

import org.jspecify.annotations.NullMarked;
