/** Claims in PostgreSQL: one statement each, judged by its clock. */
@NullMarked
package io.tapgate.driving.jdbc;

import org.jspecify.annotations.NullMarked;
