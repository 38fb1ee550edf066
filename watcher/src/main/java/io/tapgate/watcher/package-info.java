/**
 * The watcher: reads what people press and write in Telegram and knocks at the api's doors with it.
 *
 * <p>It decides nothing and keeps nothing. An arrow of the flow, in the order of the code:
 *
 * <ol>
 *   <li>{@link io.tapgate.watcher.Lease}: the api says whether this process may read. Only the
 *       holder polls Telegram, and every poll ends before the lease does.
 *   <li>{@link io.tapgate.watcher.Telegram} polls; {@link io.tapgate.watcher.Reading} turns each
 *       update into a {@link io.tapgate.watcher.Knock} in our words, one by one, so that one that
 *       cannot be read costs nobody else anything.
 *   <li>{@link io.tapgate.watcher.Handling} sees to a batch: chats side by side, one chat in order,
 *       a toast for each press.
 *   <li>{@link io.tapgate.watcher.Delivering} knocks until the api has answered. Only then does
 *       {@link io.tapgate.watcher.Watching} move past the update.
 * </ol>
 *
 * <p>The same update may come twice (after a crash, a lost lease, a take-over by another watcher).
 * It is handed over again: the api makes that harmless. What must never happen here: an update
 * counted as read that the api has not answered for; a token in the log.
 */
@NullMarked
package io.tapgate.watcher;

import org.jspecify.annotations.NullMarked;
