package io.tapgate.cli;

import io.tapgate.cli.api.Answer;
import io.tapgate.cli.api.Body;
import io.tapgate.cli.api.Json;
import io.tapgate.cli.console.Plain;
import io.tapgate.cli.console.Wrapped;
import java.util.List;

/** Shows what would be done to a router, asks, and has it done. */
final class Preparation {
  private static final int INDENT = 4;

  private final Tapgate tapgate;
  private final Consent consent;

  Preparation(Tapgate tapgate, Consent consent) {
    this.tapgate = tapgate;
    this.consent = consent;
  }

  /** Of machines nobody is asked: they get the plan, and with --yes what became of it. */
  void run(String path, Body body, String question, Done done) {
    Answer planned = tapgate.api().postPatiently(path, body);
    Json plan = planned.json();
    boolean nothing = plan.items("steps").isEmpty();
    if (!tapgate.json()) {
      tapgate.print(text(plan));
    }
    if (tapgate.json() && !consent.given) {
      tapgate.tell(planned, _ -> "");
      return;
    }
    if (!nothing) {
      consent.to(question, tapgate.surroundings());
    }
    Body agreed = body.with("apply", true).with("mark", plan.text("mark"));
    Answer applied = tapgate.api().postPatiently(path, agreed);
    tapgate.tell(
        applied,
        one -> (one.items("by_hand").isEmpty() ? done.all() : done.butByHand()) + taken(one));
    if (!tapgate.json()) {
      byHand(applied.json());
    }
  }

  /**
   * What is said then.
   *
   * @param all when nothing is left to be done
   * @param butByHand when something is left to somebody's hands
   */
  record Done(String all, String butByHand) {}

  private static String taken(Json applied) {
    List<Json> names = applied.items("taken_over");
    return names.isEmpty()
        ? ""
        : " Taken over as confirmed: "
            + String.join(", ", names.stream().map(Json::text).toList())
            + ".";
  }

  /** What is left is told last, where it is read. */
  private void byHand(Json plan) {
    for (Json one : plan.items("by_hand")) {
      tapgate.say("Still by hand: " + one.text("what") + " " + one.text("todo"));
    }
  }

  private String text(Json plan) {
    StringBuilder text = new StringBuilder();
    line(text, 0, "There: " + plan.text("there"));
    List<Json> steps = plan.items("steps");
    line(text, 0, steps.isEmpty() ? "Nothing is to be done." : "To be done:");
    steps.forEach(step -> line(text, 2, step.text()));
    if (!plan.items("closes").isEmpty()) {
      line(text, 0, "These sessions would be closed; they dial in again, before the gate:");
      plan.items("closes")
          .forEach(one -> line(text, 2, one.text("account") + " on " + one.text("address")));
    }
    if (!plan.items("by_hand").isEmpty()) {
      line(text, 0, "Nobody but you can do this:");
      plan.items("by_hand")
          .forEach(one -> line(text, 2, one.text("what") + " " + one.text("todo")));
    }
    return text.toString();
  }

  private void line(StringBuilder text, int indent, String words) {
    int room = tapgate.terminal().columns() - indent;
    text.append(" ".repeat(indent))
        .append(Wrapped.text(Plain.of(words), room, indent == 0 ? 0 : INDENT))
        .append('\n');
  }
}
