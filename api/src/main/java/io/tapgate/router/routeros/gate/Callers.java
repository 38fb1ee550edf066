package io.tapgate.router.routeros.gate;

import io.tapgate.router.routeros.Conversation;
import java.util.List;
import java.util.stream.Stream;

/** Where Tapgate comes from, as the router sees it: what is between the two may change that. */
final class Callers {
  private Callers() {}

  /** The router's own word, where it is clear; else our end of the line. */
  static String tapgate(Standing standing, String admin, Conversation conversation) {
    List<String> seen =
        standing
            .where(Menu.CALLERS, one -> Standing.says(one, "name", admin))
            .filter(one -> Standing.said(one, "via").startsWith("api"))
            .flatMap(one -> Stream.of(Standing.said(one, "address")))
            .distinct()
            .toList();
    String ours = conversation.ourEnd();
    return seen.size() == 1 && !seen.contains(ours) ? seen.getFirst() : ours;
  }
}
