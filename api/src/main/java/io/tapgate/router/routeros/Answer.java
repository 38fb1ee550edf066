package io.tapgate.router.routeros;

import io.tapgate.router.RouterTrouble;
import java.util.List;
import java.util.Map;

/** What the router said to one command, in whole. An answer that was cut is none. */
public sealed interface Answer {

  /**
   * It was done.
   *
   * @param closing what the last sentence carried, such as the id of what was added
   */
  record Complete(List<Item> items, Map<String, String> closing) implements Answer {
    public Complete {
      items = List.copyOf(items);
      closing = Map.copyOf(closing);
    }
  }

  /** It was not done; items that came before do not count. */
  record Trapped(String message) implements Answer {
    public boolean says(String text) {
      return message.contains(text);
    }

    /** The router's no, in our words. */
    public RouterTrouble.Refused refusal(Command command) {
      String advice =
          says("not enough permissions") ? "; its user needs the policies api, read and write" : "";
      return new RouterTrouble.Refused(
          "the router refused " + command + ": " + Reply.shown(message) + advice);
    }
  }

  /** The items of an answer that must be complete. */
  default List<Item> items(Command command) {
    return switch (this) {
      case Complete complete -> complete.items();
      case Trapped trapped -> throw trapped.refusal(command);
    };
  }
}
