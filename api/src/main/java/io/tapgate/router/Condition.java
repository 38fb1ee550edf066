package io.tapgate.router;

/** How a router is to be reached just now. */
public sealed interface Condition {

  /** It answers. */
  record Open() implements Condition {}

  /** It answers, but late, or not always: it is given less at once. */
  record Slow(int sideBySide) implements Condition {}

  /** It does not: nobody new is let in through it. */
  record Closed(String why) implements Condition {}

  /** Another node speaks to it. */
  record DrivenElsewhere() implements Condition {}

  /** No node speaks to it just now: one that lost its line to the database drives nothing. */
  record Undriven() implements Condition {}
}
