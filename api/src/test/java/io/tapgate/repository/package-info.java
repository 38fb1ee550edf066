/**
 * The repository tests itself: what is said in two places of it is the same, and what it promises
 * to whoever opens it is there. Reads files and never starts a part of Tapgate.
 */
@NullMarked
package io.tapgate.repository;

import org.jspecify.annotations.NullMarked;
