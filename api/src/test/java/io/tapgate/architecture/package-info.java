/**
 * What the walls are: which room may know which, and what nobody may do. Each rule is seen to fail
 * once on purpose, in the rooms under {@code wrong}.
 */
@NullMarked
package io.tapgate.architecture;

import org.jspecify.annotations.NullMarked;
