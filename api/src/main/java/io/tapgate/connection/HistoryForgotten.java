package io.tapgate.connection;

import java.time.Duration;

/** What is older than this was forgotten: whoever keeps a history of their own forgets it too. */
public record HistoryForgotten(Duration age) {}
