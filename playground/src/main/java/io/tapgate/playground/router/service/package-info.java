/**
 * The API service: a port, conversations on it, and how the service as a whole behaves: its {@link
 * io.tapgate.playground.router.device.RouterWeather weather}.
 *
 * <p>A conversation logs in, then says commands. Untagged commands are carried out one after the
 * other; tagged ones at once, each on its own, and their answers come as they are ready. What a
 * command means is the console's business. What is not heard or is refused is decided in {@link
 * io.tapgate.playground.router.service.Conversation}; what is late, cut or never said in {@link
 * io.tapgate.playground.router.service.Voice}.
 */
@NullMarked
package io.tapgate.playground.router.service;

import org.jspecify.annotations.NullMarked;
