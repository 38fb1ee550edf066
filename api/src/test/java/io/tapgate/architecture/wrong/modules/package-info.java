/** Rooms that do not keep to their doors. */
@NullMarked
package io.tapgate.architecture.wrong.modules;

import org.jspecify.annotations.NullMarked;
