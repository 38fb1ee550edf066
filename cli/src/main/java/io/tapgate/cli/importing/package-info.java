/**
 * Clients from a CSV file: read as a whole, previewed by the api without a change, then sent in
 * batches. Each step may be repeated, so an import that broke off is simply run again.
 */
@NullMarked
package io.tapgate.cli.importing;

import org.jspecify.annotations.NullMarked;
