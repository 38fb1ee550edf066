/** The proof, in PostgreSQL, that the key is the one it always was. */
@NullMarked
package io.tapgate.vault.jdbc;

import org.jspecify.annotations.NullMarked;
