package io.tapgate.router.routeros;

import java.time.Duration;
import java.util.Optional;

/**
 * One entry of an address list.
 *
 * @param stands whether it counts; a disabled one does not, yet keeps its place
 * @param left how long it still has; empty when it stays until it is taken out
 * @param isOurs whether its comment is ours, to the letter; else it is the admin's and not touched
 */
record Entry(ItemId id, String list, boolean stands, Optional<Duration> left, boolean isOurs) {

  static Entry of(Item item) {
    return new Entry(
        item.id(),
        item.get("list"),
        !item.is("disabled"),
        item.span("timeout"),
        item.find("comment").filter(Phrasebook.OURS::equals).isPresent());
  }

  boolean isIn(ListName name) {
    return list.equals(name.value());
  }
}
