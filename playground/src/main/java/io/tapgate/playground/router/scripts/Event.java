package io.tapgate.playground.router.scripts;

import io.tapgate.playground.router.device.Cause;
import io.tapgate.playground.router.device.Family;
import io.tapgate.playground.router.device.Insides;
import io.tapgate.playground.router.device.Session;
import java.util.Map;

/** A session came up, or went down. */
public record Event(Kind kind, Session session, String routerAddress) {

  /** Which of its profile's scripts runs. */
  public enum Kind {
    UP("on-up", "up"),
    DOWN("on-down", "down");

    private final String script;
    private final String word;

    Kind(String script, String word) {
      this.script = script;
      this.word = word;
    }
  }

  Cause.Script cause() {
    return new Cause.Script(kind.script, session.sessionId());
  }

  /** Such as "alice is up". */
  String words() {
    return session.account().name() + " is " + kind.word;
  }

  /** The script as it is written down just now; empty: there is none. */
  String text(Insides inner) {
    return inner.configuration().profileOf(session.account().name()).said(kind.script);
  }

  /** What a router gives its script. Of an IPv6 address it knows nothing. */
  Map<String, String> given() {
    boolean four = Family.of(session.address()) == Family.FOUR;
    return Map.of(
        "user",
        session.account().name(),
        "local-address",
        four ? routerAddress : "",
        "remote-address",
        four ? session.address() : "",
        "caller-id",
        session.caller(),
        "called-id",
        "",
        "interface",
        session.id().replace("*", "*F"));
  }
}
