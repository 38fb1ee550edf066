package io.tapgate.connection;

/**
 * What became of an answer.
 *
 * @param connection as it is now
 * @param accepted whether it was this answer that brought it there
 */
public record Answered(Connection connection, boolean accepted) {}
