package io.tapgate.router;

/** A whole router was compared with the record: it answers, and somebody here drives it. */
public record RouterCompared(Router router) {}
