package io.tapgate.playground.telegram;

import org.jspecify.annotations.Nullable;

/**
 * A button under a message.
 *
 * @param data what the bot gets back when it is pressed; null for a link
 * @param url where a link leads; null for a button that reports to the bot
 * @param style {@code danger}, {@code success}, {@code primary} or null
 */
public record Button(
    String label, @Nullable String data, @Nullable String url, @Nullable String style) {}
