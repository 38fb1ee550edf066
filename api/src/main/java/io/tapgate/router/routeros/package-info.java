/**
 * RouterOS behind the router's door: words and sentences over one kept-open socket, and the
 * operations of {@link io.tapgate.router.RouterDoor} made of them.
 *
 * <p>From the wire up: {@code Wire} (words and their lengths), {@code Reply} and {@code Command}
 * (sentences), {@code Conversation} (tags, many threads, time limits), {@code Phrasebook} (every
 * command we ever send; {@code AccountPhrases} for accounts), then one class for each menu: address
 * lists, active sessions, tracked connections, secrets.
 *
 * <p>It never takes a cut, trapped or late answer for a reading; it never lets a text from outside
 * become a command, an attribute's name or a query: the phrasebook takes typed values only; it
 * never changes an entry of the admin's; and it never shows a password, not even to a log.
 */
@NullMarked
package io.tapgate.router.routeros;

import org.jspecify.annotations.NullMarked;
