package io.tapgate.router;

/** A router's row. */
public record RouterId(long value) {}
