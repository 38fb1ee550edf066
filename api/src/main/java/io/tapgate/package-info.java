/**
 * The second factor of a VPN: a password opens the tunnel, a tap opens the network.
 *
 * <ol>
 *   <li>A router reports that a VPN came up. {@link io.tapgate.connection.Connecting} puts the
 *       connection on record as {@linkplain io.tapgate.connection.State#ASKED asked}, or bans a
 *       {@linkplain io.tapgate.client.Client client} who has no chances left.
 *   <li>The {@linkplain io.tapgate.chat.Question question} is sent to the client's chat, and {@link
 *       io.tapgate.connection.StartingTheClock} starts the time to answer.
 *   <li>The watcher hands in a tap: {@link io.tapgate.chat.Tapping}, and from there {@link
 *       io.tapgate.connection.Confirming} or {@link io.tapgate.connection.Rejecting}.
 *   <li>Nobody tapped: {@link io.tapgate.connection.Expiring}. The VPN went down: {@link
 *       io.tapgate.connection.Ending}.
 *   <li>Each of these changed a row and nothing else. Whoever holds the {@linkplain
 *       io.tapgate.driving.Claims claim} on the {@linkplain io.tapgate.router.Router router} makes
 *       it show what the row says and {@linkplain io.tapgate.connection.ReadingBack reads it back};
 *       whoever holds the one on the bot makes the messages show it.
 * </ol>
 *
 * <p>Each package right below is a room: nouns and verbs at its root, technologies in its leaves.
 * What the api cannot prove, it does not permit.
 */
@NullMarked
package io.tapgate;

import org.jspecify.annotations.NullMarked;
