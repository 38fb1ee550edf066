/** Who drives which router, and the bot: owner, epoch, until. */
@NullMarked
package io.tapgate.driving;

import org.jspecify.annotations.NullMarked;
