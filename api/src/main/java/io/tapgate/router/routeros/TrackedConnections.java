package io.tapgate.router.routeros;

import io.tapgate.router.RouterTrouble;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The connections a router tracks, through which traffic may flow on after its address has left the
 * permit list.
 *
 * <p>What counts is what was there when the cut began: an address that may still ask a name server
 * opens new ones at any time, and those are judged by the lists as they are now.
 */
final class TrackedConnections {
  private static final int ROUNDS = 4;
  private static final int BATCH = 100;

  private final Conversation conversation;

  TrackedConnections(Conversation conversation) {
    this.conversation = conversation;
  }

  void cut(ListedAddress address) {
    Command print = Phrasebook.connectionsOf(address);
    List<TrackedConnection> left = listed(conversation.ask(print), print);
    for (int round = 0; round < ROUNDS && !left.isEmpty(); round++) {
      List<Command> steps = removal(address, left, round == 0 ? BATCH : 1);
      steps.add(print);
      List<Answer> answers = conversation.askAll(steps);
      refuseOthersThanGone(steps, answers);
      left = stillThere(left, listed(answers.getLast(), print));
    }
    if (!left.isEmpty()) {
      throw new RouterTrouble.Refused(
          "the router still tracks " + left.size() + " connections of " + address.text());
    }
  }

  private static List<TrackedConnection> listed(Answer answer, Command print) {
    return answer.items(print).stream().map(TrackedConnection::of).toList();
  }

  /**
   * Whether one id that is gone spoils its batch is nowhere said, so later rounds go one by one.
   */
  private static List<Command> removal(
      ListedAddress address, List<TrackedConnection> some, int batch) {
    List<Command> steps = new ArrayList<>();
    for (int from = 0; from < some.size(); from += batch) {
      List<TrackedConnection> part = some.subList(from, Math.min(from + batch, some.size()));
      steps.add(
          Phrasebook.cutConnections(address, part.stream().map(TrackedConnection::id).toList()));
    }
    return steps;
  }

  private static void refuseOthersThanGone(List<Command> steps, List<Answer> answers) {
    for (int i = 0; i < steps.size(); i++) {
      if (answers.get(i) instanceof Answer.Trapped trapped && !trapped.says("no such item")) {
        throw trapped.refusal(steps.get(i));
      }
    }
  }

  private static List<TrackedConnection> stillThere(
      List<TrackedConnection> before, List<TrackedConnection> now) {
    Set<TrackedConnection> listed = new HashSet<>(now);
    return before.stream().filter(listed::contains).toList();
  }
}
