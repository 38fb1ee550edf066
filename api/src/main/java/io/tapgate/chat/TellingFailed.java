package io.tapgate.chat;

/** A message was not told. */
public record TellingFailed(ChatTrouble trouble) {}
