/**
 * The playground: everything Tapgate talks to, without hardware and without a Telegram account. A
 * {@link io.tapgate.playground.router pretend router} speaks the RouterOS API over TCP, a {@link
 * io.tapgate.playground.telegram pretend Telegram} speaks the Bot API over HTTP, and a {@link
 * io.tapgate.playground.page page} shows both side by side.
 *
 * <p>It listens on the loopback address alone, keeps nothing on disk, and must never be put in
 * front of a real network: it lets anybody on this machine press anybody's button.
 */
@NullMarked
package io.tapgate.playground;

import org.jspecify.annotations.NullMarked;
