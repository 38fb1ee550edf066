/**
 * A pretend Telegram: the part of the Bot API that Tapgate uses, over real HTTP, as the real server
 * behaves, with people who read, write and tap.
 *
 * <p>Start at {@link io.tapgate.playground.telegram.PretendTelegram}. The bot's side is {@link
 * io.tapgate.playground.telegram.BotApi}: {@code POST /bot<token>/<method>}, any case, parameters
 * as JSON, form or query. The people's side are the verbs of {@code PretendTelegram}. In between
 * stand {@link io.tapgate.playground.telegram.Chats} (what was said), {@link
 * io.tapgate.playground.telegram.Presses} (buttons that wait for an answer) and {@link
 * io.tapgate.playground.telegram.Updates} (what the bot has yet to read). All of it is guarded by
 * one {@link io.tapgate.playground.telegram.Bell}, which rings at every change, so nobody has to
 * poll.
 *
 * <p>It must never be kinder than the real one: what Telegram refuses is refused here in Telegram's
 * words. It leaves out what Tapgate does not use: files, markup in texts ({@code parse_mode} is
 * refused), webhooks, supergroups, the limit of 20 messages a minute to a group. Rate limits hold
 * in {@link io.tapgate.playground.telegram.TelegramWeather.Strict} weather alone.
 */
@NullMarked
package io.tapgate.playground.telegram;

import org.jspecify.annotations.NullMarked;
