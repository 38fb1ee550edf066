package io.tapgate.playground.router.device;

/** What the three lists are called on this router. */
public record ListNames(String deny, String permit, String ban) {}
