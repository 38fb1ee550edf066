/** Files as people and spreadsheets write them, good and bad. */
@NullMarked
package io.tapgate.cli.importing;

import org.jspecify.annotations.NullMarked;
