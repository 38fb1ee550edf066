package io.tapgate.router;

/** A try at a router came to nothing and is made again. */
public record RouterFailed(String router, RuntimeException trouble) {}
