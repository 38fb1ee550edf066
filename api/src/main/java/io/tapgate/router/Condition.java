package io.tapgate.router;

/** How a router is to be reached just now. */
public sealed interface Condition {

  /** As people read it. */
  String words();

  /** It answers. */
  record Open() implements Condition {
    @Override
    public String words() {
      return "answers";
    }
  }

  /** It answers, but late, or not always: it is given less at once. */
  record Slow(int sideBySide) implements Condition {
    @Override
    public String words() {
      return "answers slowly: no more than " + sideBySide + " tries at once";
    }
  }

  /** It does not: nobody new is let in through it. */
  record Closed(String why) implements Condition {
    @Override
    public String words() {
      return "does not answer: " + why;
    }
  }

  /** Another node speaks to it. */
  record DrivenElsewhere() implements Condition {
    @Override
    public String words() {
      return "driven by another node";
    }
  }

  /** No node speaks to it just now: one that lost its line to the database drives nothing. */
  record Undriven() implements Condition {
    @Override
    public String words() {
      return "driven by no node just now";
    }
  }

  /** An admin wants nobody to speak to it. */
  record Disabled() implements Condition {
    @Override
    public String words() {
      return "disabled by an admin: its reports are refused and nobody is let in through it";
    }
  }

  /** Its password was locked with another key than this node's, so this node cannot log in. */
  record Locked() implements Condition {
    @Override
    public String words() {
      return "not driven: its password does not open with this TAPGATE_KEY; write its password"
          + " again, or give this node the key it was locked with";
    }
  }
}
