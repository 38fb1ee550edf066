package io.tapgate.chat;

/** A message within its chat. */
public record MessageId(long value) {}
