/**
 * How Telegram is reached: the bot's token, the address of its server, the proxy on the way. Api
 * and watcher both take TELEGRAM_TOKEN, TELEGRAM_API_URL and TELEGRAM_PROXY from here, so they
 * refuse the same values in the same words and go the same way. Nothing here knows what is said to
 * Telegram, nothing reads the environment, and no text of anything here shows the token or a
 * password.
 */
@NullMarked
package io.tapgate.telegram;

import org.jspecify.annotations.NullMarked;
