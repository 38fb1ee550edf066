/** Stands for the leaf that nobody else may know. */
@NullMarked
package io.tapgate.architecture.wrong.router.routeros;

import org.jspecify.annotations.NullMarked;
