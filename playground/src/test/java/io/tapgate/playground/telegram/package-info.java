/** What the pretend Telegram promises, seen through HTTP as a bot sees it. */
@NullMarked
package io.tapgate.playground.telegram;

import org.jspecify.annotations.NullMarked;
