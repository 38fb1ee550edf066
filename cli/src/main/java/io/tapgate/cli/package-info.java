/**
 * The command line: a noun, a verb, and the admin API behind them.
 *
 * <p>{@link io.tapgate.cli.Tree} has every command. A command asks {@link io.tapgate.cli.Tapgate}
 * for the api and for the paper to write on, and {@link io.tapgate.cli.Complaints} turns what went
 * wrong into a sentence and an exit code: 1 when something outside is wrong, 2 when what was typed
 * is.
 *
 * <p>It decides nothing: rules, limits and rights are the api's. What must never happen here: a key
 * or a password in the words of a process, on a screen, or sent to an address it was not written
 * for.
 */
@NullMarked
package io.tapgate.cli;

import org.jspecify.annotations.NullMarked;
