package io.tapgate.audit;

/** A signature that whoever has the database alone cannot make, in hex. */
public record Seal(String hex) {}
