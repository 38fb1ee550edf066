/**
 * Runs router scripts: as much of RouterOS's language as router-scripts/ uses, and not more. What
 * is not known here is an error, never a guess; a router that runs a script of somebody else's may
 * therefore refuse what a real one would do.
 *
 * <p>It knows values (text, numbers, truth, arrays, functions), {@code :local}, {@code :set},
 * {@code :if}, {@code :while}, {@code :foreach}, {@code :do … on-error}, {@code :return}, {@code
 * :error}, {@code :put}, {@code :log}, {@code :delay}, {@code :len}, {@code :typeof}, {@code
 * :tostr}, {@code :find}, {@code :pick}; of menus {@code add}, {@code set}, {@code remove}, {@code
 * find}, {@code get}; and {@code /tool/fetch}. It does not know globals, times, addresses as a type
 * of their own, {@code print}, jobs, policies, or files.
 *
 * <p>It follows the manual; no real router was asked. Text is bytes, as a router counts it. What a
 * script does to the router goes through a {@link io.tapgate.playground.router.rsc.Machine}.
 */
@NullMarked
package io.tapgate.playground.router.rsc;

import org.jspecify.annotations.NullMarked;
