/** What people read, and the driver that tells them. */
@NullMarked
package io.tapgate.chat;

import org.jspecify.annotations.NullMarked;
