/**
 * What a person sees: tables that fit the screen, times and spans as one would say them, views that
 * refresh themselves. Knows neither the api nor the commands.
 */
@NullMarked
package io.tapgate.cli.console;

import org.jspecify.annotations.NullMarked;
