/**
 * The post office over Telegram's Bot API. Telegram's words, numbers and texts of refusal end here:
 * what comes out are {@link io.tapgate.chat.ChatTrouble}s and our own ids. Nothing here retries,
 * decides what a message says, or ever shows the bot's token, which is part of every address.
 */
@NullMarked
package io.tapgate.chat.botapi;

import org.jspecify.annotations.NullMarked;
