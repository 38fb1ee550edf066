package io.tapgate.playground.router.device;

import java.time.Instant;

/**
 * A line of the router's own log.
 *
 * @param topics as a router writes them, such as {@code l2tp,ppp,info}
 */
public record LogLine(Instant at, String topics, String text) {}
