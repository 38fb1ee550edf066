package io.tapgate.router.routeros;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A connection that the router tracks.
 *
 * @param ends its four ends, with their ports: the id alone may soon belong to another one
 */
record TrackedConnection(ItemId id, Map<String, String> ends) {
  static final List<String> ENDS =
      List.of("src-address", "dst-address", "reply-src-address", "reply-dst-address");

  static TrackedConnection of(Item item) {
    Map<String, String> ends = new TreeMap<>(item.properties());
    ends.keySet().retainAll(ENDS);
    return new TrackedConnection(item.id(), ends);
  }

  static boolean touches(Item item, ListedAddress address) {
    return ENDS.stream().anyMatch(end -> item.find(end).filter(address::isEnd).isPresent());
  }
}
