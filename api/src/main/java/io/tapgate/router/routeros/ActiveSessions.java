package io.tapgate.router.routeros;

import io.tapgate.address.TunnelAddress;
import io.tapgate.client.AccountName;
import io.tapgate.connection.SessionId;
import io.tapgate.router.RouterTrouble;
import io.tapgate.router.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The VPN sessions that are up. */
public final class ActiveSessions {
  private static final int ROUNDS = 4;

  private final Conversation conversation;

  ActiveSessions(Conversation conversation) {
    this.conversation = conversation;
  }

  static List<Session> sessions(Answer answer, Command print, TunnelAddress address) {
    return answer.items(print).stream().map(item -> session(item, address)).toList();
  }

  /**
   * All whose address and id can be read: of one that has none nobody can say whose it is, and
   * whoever looks at its address hears so.
   */
  static List<Session> sessions(Answer answer, Command print) {
    return answer.items(print).stream().flatMap(item -> readable(item).stream()).toList();
  }

  public static Optional<Session> readable(Item item) {
    try {
      return Optional.of(session(item, TunnelAddress.parse(item.get("address"))));
    } catch (RouterTrouble.Refused | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** Goes by the session's own id: the number of its row may soon be another's. */
  void drop(SessionId session) {
    drop(Phrasebook.sessionsWith(session), "the session " + session);
  }

  /** Whoever is dialled in with this account, however often. */
  void dropOf(AccountName account) {
    drop(
        AccountPhrases.sessionsOf(account),
        "a session of the account " + Reply.shown(account.value()));
  }

  private void drop(Command print, String what) {
    List<Item> up = conversation.ask(print).items(print);
    for (int round = 0; round < ROUNDS && !up.isEmpty(); round++) {
      List<Command> steps = new ArrayList<>();
      up.forEach(item -> steps.add(Phrasebook.dropSession(item.id())));
      steps.add(print);
      up = afterwards(steps, conversation.askAll(steps));
    }
    if (!up.isEmpty()) {
      throw new RouterTrouble.Refused("the router still lists " + what);
    }
  }

  private static List<Item> afterwards(List<Command> steps, List<Answer> answers) {
    for (int i = 0; i < steps.size() - 1; i++) {
      if (answers.get(i) instanceof Answer.Trapped trapped && !trapped.says("no such item")) {
        throw trapped.refusal(steps.get(i));
      }
    }
    return answers.getLast().items(steps.getLast());
  }

  private static Session session(Item item, TunnelAddress address) {
    return new Session(
        id(item.get("session-id")),
        item.find("name").orElse(""),
        address,
        item.find("caller-id").orElse(null),
        item.find("service").orElse(null),
        item.span("uptime").orElse(Duration.ZERO));
  }

  private static SessionId id(String text) {
    try {
      return new SessionId(text);
    } catch (IllegalArgumentException odd) {
      throw new RouterTrouble.Refused("the router names a session " + Reply.shown(text), odd);
    }
  }
}
