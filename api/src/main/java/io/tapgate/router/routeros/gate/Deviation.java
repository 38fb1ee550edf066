package io.tapgate.router.routeros.gate;

import io.tapgate.router.routeros.Item;
import io.tapgate.router.routeros.Reply;
import java.util.Set;

/** One way in which the rules on a router are not those of the gate. */
sealed interface Deviation {
  Menu menu();

  String words();

  record Missing(Menu menu, Rule rule) implements Deviation {
    @Override
    public String words() {
      return "the rule \"" + rule.comment() + "\" in chain " + rule.chain() + " is missing";
    }
  }

  record Disabled(Menu menu, Rule rule) implements Deviation {
    @Override
    public String words() {
      return "the rule \"" + rule.comment() + "\" in chain " + rule.chain() + " is disabled";
    }
  }

  record Changed(Menu menu, Rule rule, Set<String> what) implements Deviation {
    @Override
    public String words() {
      return "the rule \""
          + rule.comment()
          + "\" in chain "
          + rule.chain()
          + " has another "
          + String.join(", ", what);
    }
  }

  record OutOfOrder(Menu menu, Rule rule) implements Deviation {
    @Override
    public String words() {
      return "the rule \""
          + rule.comment()
          + "\" in chain "
          + rule.chain()
          + " stands too high or"
          + " too low among its own";
    }
  }

  /** Another rule decides before ours. */
  record Behind(Menu menu, Rule rule, Item other) implements Deviation {
    @Override
    public String words() {
      return "a rule of yours ("
          + shown(other)
          + ") stands above \""
          + rule.comment()
          + "\" in chain "
          + rule.chain();
    }

    boolean isFasttrack() {
      return Standing.says(other, "action", "fasttrack-connection");
    }
  }

  /** A rule in a chain of ours, or with our comment, that is none of the gate's. */
  record Foreign(Menu menu, Item item) implements Deviation {
    @Override
    public String words() {
      return "a rule ("
          + shown(item)
          + ") in chain "
          + Standing.said(item, "chain")
          + " is not of the gate";
    }
  }

  private static String shown(Item item) {
    String comment = Standing.said(item, "comment");
    String action = item.find("action").orElse("accept");
    return Reply.shown(comment.isEmpty() ? action : action + " \"" + comment + "\"");
  }
}
