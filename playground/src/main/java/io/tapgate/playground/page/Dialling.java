package io.tapgate.playground.page;

import io.tapgate.playground.page.Wish.Declined;
import io.tapgate.playground.router.Call;
import io.tapgate.playground.router.Dialled;
import io.tapgate.playground.router.PretendRouter;
import io.tapgate.playground.router.device.Account;
import io.tapgate.playground.router.device.Session;
import java.util.List;
import java.util.Optional;

/** Connect and hang up, on the router's side. */
final class Dialling {
  private final PretendRouter router;

  Dialling(PretendRouter router) {
    this.router = router;
  }

  Reply connect(Role role, Wish wish) throws Declined {
    return switch (router.dial(call(role, wish))) {
      case Dialled.Up(Session session, var _) -> told(session);
      case Dialled.Refused(String why) -> throw new Declined(409, "Not let in", why);
    };
  }

  private static Call call(Role role, Wish wish) throws Declined {
    String account =
        role.account()
            .orElseThrow(
                () -> new Declined(409, "No account", role.key() + " has no VPN account."));
    String caller = wish.optionalText("caller").orElse(role.caller());
    Call call = Call.of(Account.of(account, role.person().id()), caller);
    Optional<String> address = wish.optionalText("address");
    Optional<String> service = wish.optionalText("service");
    Call placed = address.isPresent() ? call.at(address.get()) : call;
    Call served = service.isPresent() ? placed.by(service.get()) : placed;
    return wish.flag("reported", true) ? served : served.quietly();
  }

  Reply hangUp(Role role, Wish wish) throws Declined {
    List<Session> theirs =
        role.account().map(account -> router.view().sessionsOf(account)).orElse(List.of());
    if (theirs.isEmpty()) {
      throw over(role.key() + " is not connected.");
    }
    return hangUp(theirs.getLast(), wish);
  }

  Reply hangUp(String sessionId, Wish wish) throws Declined {
    Session session =
        router.view().sessions().stream()
            .filter(one -> one.sessionId().equals(sessionId))
            .findFirst()
            .orElseThrow(() -> over("There is no session " + sessionId + " (any more)."));
    return hangUp(session, wish);
  }

  private Reply hangUp(Session session, Wish wish) throws Declined {
    boolean reported = wish.flag("reported", true);
    try {
      if (reported) {
        var _ = router.hangUp(session);
      } else {
        router.hangUpQuietly(session);
      }
    } catch (IllegalStateException gone) {
      throw over("That session is over already.");
    }
    return told(session);
  }

  private static Declined over(String why) {
    return new Declined(409, "Not connected", why);
  }

  private static Reply told(Session session) {
    return Reply.json(
        Reply.object().put("session", session.sessionId()).put("address", session.address()));
  }
}
