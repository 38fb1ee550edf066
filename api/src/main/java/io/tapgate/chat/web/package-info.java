/** The watcher's doors: taps, whatever else people do in a chat, and who may read Telegram. */
@NullMarked
package io.tapgate.chat.web;

import org.jspecify.annotations.NullMarked;
