package io.tapgate.driving;

/**
 * The right to drive one thing, at one time. A result is written only under the claim it was made
 * under: with a later epoch somebody else drives.
 */
public record Claim(String thing, String owner, long epoch) {}
