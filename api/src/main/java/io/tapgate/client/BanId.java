package io.tapgate.client;

/** A ban's row. */
public record BanId(long value) {}
