package io.tapgate.architecture.wrong.modules.above.inner;

/** May be known by nobody outside. */
public record Hidden() {}
