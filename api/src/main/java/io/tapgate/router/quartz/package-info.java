/** Each second, on every node: which routers reported. */
@NullMarked
package io.tapgate.router.quartz;

import org.jspecify.annotations.NullMarked;
