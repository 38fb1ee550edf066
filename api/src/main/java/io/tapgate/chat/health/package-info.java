/** Whether messages get through and taps are read, for the health page. */
@NullMarked
package io.tapgate.chat.health;

import org.jspecify.annotations.NullMarked;
