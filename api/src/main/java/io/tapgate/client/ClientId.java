package io.tapgate.client;

/** A client's row. */
public record ClientId(long value) {}
