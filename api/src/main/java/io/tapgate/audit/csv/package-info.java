/**
 * The sealed records as a table for spreadsheets: RFC 4180, and no field is taken for a formula.
 */
@NullMarked
package io.tapgate.audit.csv;

import org.jspecify.annotations.NullMarked;
