/**
 * The repository tests itself: what its files say of each other must be so.
 *
 * <p>These tests read files and nothing else. They start nothing and know no class of Tapgate.
 */
@NullMarked
package io.tapgate.repository;

import org.jspecify.annotations.NullMarked;
