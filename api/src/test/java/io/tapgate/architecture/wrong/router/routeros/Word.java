package io.tapgate.architecture.wrong.router.routeros;

/** What only the leaf may know. */
public record Word(String text) {}
