/** The page's doors, its event stream and what it keeps out, seen through HTTP. */
@NullMarked
package io.tapgate.playground.page;

import org.jspecify.annotations.NullMarked;
