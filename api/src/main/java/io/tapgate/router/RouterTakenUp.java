package io.tapgate.router;

/** This node drives a router from now on, or stands by to. */
public record RouterTakenUp(String router) {}
