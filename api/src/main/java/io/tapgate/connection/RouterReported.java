package io.tapgate.connection;

/** A report of a router was taken, whatever became of it: its scripts reach us. */
public record RouterReported(RouterId router) {}
