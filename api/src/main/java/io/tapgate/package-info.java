/**
 * The api of Tapgate: a VPN client's password opens the tunnel, a tap in Telegram opens the
 * network.
 *
 * <h2>The way of a connection</h2>
 *
 * <ol>
 *   <li>A router reports a session at {@code connection.web.HookDoor}. {@link
 *       io.tapgate.connection.Connecting} puts it on record as {@link
 *       io.tapgate.connection.State#ASKED}, or as {@code BANNED} over the limit: one transaction,
 *       then the answer.
 *   <li>In that transaction {@code chat.Announcing} writes down the question. After the commit the
 *       drivers wake: {@code router.Enforcing} makes the router show the sandbox and reads it back,
 *       {@code chat.Telling} sends the question.
 *   <li>The watcher brings a tap to {@code chat.web.TapDoor}; {@link io.tapgate.chat.Tapping} sees
 *       whether it is theirs, {@link io.tapgate.connection.Confirming} or {@link
 *       io.tapgate.connection.Rejecting} whether it is in time.
 *   <li>Confirmed: {@code router.Enforcing} moves the address into PERMIT, reads it back, and the
 *       chat says so. Nobody tapped: {@link io.tapgate.connection.Expiring} finds the deadline
 *       passed, the session is dropped, the chat says so.
 *   <li>The VPN goes down: {@link io.tapgate.connection.Ending}; lists clear, and the chat says how
 *       long it was.
 * </ol>
 *
 * <h2>The rooms</h2>
 *
 * <p>{@link io.tapgate.connection} is about one session, {@link io.tapgate.client} about who may
 * connect, {@link io.tapgate.router} makes routers match, {@link io.tapgate.chat} tells people,
 * {@link io.tapgate.driving} says which node may do either just now. {@link io.tapgate.admin} is
 * for the people who run it, {@link io.tapgate.audit} remembers who did what, {@link
 * io.tapgate.vault} keeps what must not be read. {@link io.tapgate.doors} is what all doors have in
 * common, {@link io.tapgate.database} where the truth is kept. Technologies live in the leaves
 * ({@code web}, {@code jpa}, {@code jdbc}, {@code quartz}, {@code routeros}, {@code botapi}).
 *
 * <p>What must never happen: a transaction that talks to a router or to Telegram; a permit for what
 * the api cannot prove.
 */
@NullMarked
package io.tapgate;

import org.jspecify.annotations.NullMarked;
