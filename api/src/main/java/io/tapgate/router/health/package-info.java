/** How the routers are to be reached, for the health page. */
@NullMarked
package io.tapgate.router.health;

import org.jspecify.annotations.NullMarked;
