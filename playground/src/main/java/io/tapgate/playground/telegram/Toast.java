package io.tapgate.playground.telegram;

import java.time.Instant;

/**
 * The short notice a phone shows after a press.
 *
 * @param person whose phone
 * @param message the id of the message whose button was pressed
 * @param alert a box that waits for OK instead of a notice that fades
 */
public record Toast(long person, long chat, int message, String text, boolean alert, Instant at) {}
