/**
 * What a person meets at the launcher: settings that arrive whole, a JDK that is found, processes
 * that start together and end together.
 *
 * <p>Each test runs the real {@code tapgate} in a folder of its own, with every shell of this
 * machine and with nothing on the path but plain tools. The jars are stand-ins; the JDK is a
 * doorway to the one that runs the tests. Nothing here may start, stop or build the real Tapgate.
 */
@NullMarked
package io.tapgate.stories.launcher;

import org.jspecify.annotations.NullMarked;
