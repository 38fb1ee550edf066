package io.tapgate.connection;

/** The question of a connection reached its chat: the time to answer runs. */
public record QuestionReached(Connection connection) {}
