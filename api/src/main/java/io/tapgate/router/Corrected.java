package io.tapgate.router;

/**
 * Something on a router was not as it should be, and was seen to.
 *
 * @param atOnce whether it is done; else somebody was sent to look, who may find nothing wrong
 */
public record Corrected(Router router, String what, String where, boolean atOnce) {}
