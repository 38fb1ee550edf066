package io.tapgate.audit;

/** A sealed record: its place in the chain, and the hash of it and of all before it. */
public record Link(long place, Noted noted, Hash hash) {}
