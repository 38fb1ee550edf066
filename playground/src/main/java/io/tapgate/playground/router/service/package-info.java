/**
 * The API service: two ports, plain and by TLS, conversations on them, and how the service as a
 * whole behaves: its {@link io.tapgate.playground.router.device.RouterWeather weather}.
 *
 * <p>Which port is open, for whom and by which certificate is written down among the router's
 * services, and who may log in among its users; both are looked up each time. A conversation logs
 * in, then says commands. Untagged commands are carried out one after the other; tagged ones at
 * once, each on its own, and their answers come as they are ready. What a command means is the
 * console's business. What is not heard or is refused is decided in {@link
 * io.tapgate.playground.router.service.Conversation}; what is late, cut or never said in {@link
 * io.tapgate.playground.router.service.Voice}.
 */
@NullMarked
package io.tapgate.playground.router.service;

import org.jspecify.annotations.NullMarked;
