package io.tapgate.router.routeros.gate;

import io.tapgate.router.HookToken;
import io.tapgate.router.Router;
import io.tapgate.router.RouterTrouble;
import io.tapgate.router.Session;
import io.tapgate.router.gate.Gate;
import io.tapgate.router.gate.Plan;
import io.tapgate.router.gate.Visit;
import io.tapgate.router.routeros.Conversation;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** An admin's visit at a router that runs RouterOS. */
final class RouterosVisit implements Visit {
  private final Conversation conversation;
  private final String admin;

  RouterosVisit(Conversation conversation, String admin) {
    this.conversation = conversation;
    this.admin = admin;
  }

  @Override
  public String identity() {
    return read().only(Menu.IDENTITY).map(item -> Standing.said(item, "name")).orElse("");
  }

  @Override
  public List<HookToken> tokens() {
    return read().of(Menu.PROFILES).stream()
        .flatMap(profile ->
            Stream.of(Standing.said(profile, "on-up"), Standing.said(profile, "on-down")))
        .flatMap(script -> Scripts.token(script).stream())
        .distinct()
        .map(HookToken::new)
        .toList();
  }

  @Override
  public Plan plan(Gate gate, Set<String> kept) {
    Standing standing = read();
    Preparing preparing = preparing(standing, gate);
    return new Plan(
        there(standing),
        preparing.steps(kept).stream().map(Step::words).toList(),
        preparing.closed(kept),
        ByHands.of(standing, gate, conversation));
  }

  @Override
  public Prepared prepare(Gate gate, Set<String> kept) {
    preparing(read(), gate).steps(kept).forEach(step -> step.take(conversation));
    Standing after = read();
    refuseLeft(preparing(after, gate.asWritten()).steps(kept));
    return new ApiService(after).wayIn();
  }

  @Override
  public List<Session> sessions(Gate gate, Set<String> accounts) {
    return preparing(read(), gate).sessionsOf(accounts);
  }

  @Override
  public Plan removal(Router.ListNames lists) {
    Standing standing = read();
    Removing removing = new Removing(standing, lists);
    return new Plan(
        there(standing),
        removing.steps().stream().map(Step::words).toList(),
        removing.closed(),
        List.of());
  }

  @Override
  public void remove(Router.ListNames lists) {
    new Removing(read(), lists).steps().forEach(step -> step.take(conversation));
    refuseLeft(new Removing(read(), lists).steps());
  }

  @Override
  public void close() {
    conversation.close();
  }

  private Standing read() {
    return Standing.read(conversation);
  }

  private Preparing preparing(Standing standing, Gate gate) {
    String tapgate = gate.tapgate().orElseGet(() -> Callers.tapgate(standing, admin, conversation));
    return new Preparing(standing, gate, tapgate);
  }

  private static void refuseLeft(List<Step> left) {
    if (!left.isEmpty()) {
      throw new RouterTrouble.Refused(
          "the router took every step and still does not show this: "
              + left.getFirst().words()
              + (left.size() > 1 ? " (and " + (left.size() - 1) + " more)" : "")
              + "; does somebody else change it at the same time?");
    }
  }

  private static String there(Standing standing) {
    String board =
        standing.only(Menu.RESOURCE).map(item -> Standing.said(item, "board-name")).orElse("");
    return (board + " with RouterOS " + RouterosVersion.of(standing).text()).strip();
  }
}
