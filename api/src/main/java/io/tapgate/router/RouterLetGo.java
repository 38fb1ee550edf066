package io.tapgate.router;

/** This node has nothing to do with a router of this name any more. */
public record RouterLetGo(String router) {}
