package io.tapgate.architecture.wrong.modules.above;

/** May be known by whoever may know this room. */
public record Above() {}
