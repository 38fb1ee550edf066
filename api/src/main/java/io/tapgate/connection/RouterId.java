package io.tapgate.connection;

/** The door a connection came through: one router. */
public record RouterId(long value) {}
