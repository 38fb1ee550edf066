package io.tapgate.stories.referee;

import java.time.Instant;

/** A question came up on a phone: a message with buttons that carry this token. */
public record Shown(Instant at, long chat, String token, String text) {}
