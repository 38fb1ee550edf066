package io.tapgate.playground.page;

/** One thing a visitor can do. */
@FunctionalInterface
interface Door {
  Reply open(Wish wish) throws Wish.Declined;
}
