package io.tapgate.playground.router;

import io.tapgate.playground.router.device.Account;
import io.tapgate.playground.router.device.Cause;
import io.tapgate.playground.router.device.Change;
import io.tapgate.playground.router.device.Device;
import io.tapgate.playground.router.device.Insides;
import io.tapgate.playground.router.device.ListAddress;
import io.tapgate.playground.router.device.Session;
import io.tapgate.playground.router.scripts.Report;
import io.tapgate.playground.router.scripts.Scripts;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Dialling in, hanging up, and being dropped: what it does to the router, scripts included. */
final class Clients {
  private final Device device;
  private final TunnelPool pool;
  private final Scripts scripts;
  private final Traffic traffic;
  private final Accounts accounts = new Accounts();

  Clients(Device device, TunnelPool pool, Scripts scripts, Traffic traffic) {
    this.device = device;
    this.pool = pool;
    this.scripts = scripts;
    this.traffic = traffic;
    device.listen(this::seen);
  }

  Dialled dial(Call call) {
    device.change(new Cause.Hand(), inner -> accounts.know(call.account(), inner.configuration()));
    Opening opening = device.inside(by(call.account()), inner -> open(call, inner));
    return switch (opening) {
      case Opening.Closed(String why) -> new Dialled.Refused(why);
      case Opening.Opened(Session session) -> {
        traffic.asksForName(session);
        CompletableFuture<Report> report = scripts.up(session, call.reported()).atRest();
        traffic.asksForName(session);
        yield new Dialled.Up(session, report);
      }
    };
  }

  CompletableFuture<Report> hangUp(Session session, boolean reported) {
    if (!close(session, Change.Why.HUNG_UP)) {
      throw new IllegalStateException("that session is over already");
    }
    return scripts.down(session, reported).atRest();
  }

  /** The session is gone and no script heard of it. */
  void vanish(Session session) {
    close(session, Change.Why.VANISHED);
  }

  /** Another session in the place of this one; no script runs for either. */
  Session replace(Session session) {
    return device.inside(
        by(session.account()),
        inner -> {
          inner.sessions().close(session, inner.now(), Change.Why.VANISHED);
          return inner
              .sessions()
              .open(
                  session.account(),
                  session.service(),
                  session.caller(),
                  session.address(),
                  inner.now());
        });
  }

  private boolean close(Session session, Change.Why why) {
    return device.inside(
        by(session.account()),
        inner -> {
          boolean wasUp = inner.sessions().close(session, inner.now(), why);
          if (wasUp) {
            inner.log(topics(session.service()), line(session, "disconnected"));
          }
          return wasUp;
        });
  }

  private Opening open(Call call, Insides inner) {
    Optional<String> refused = new DialIn(call).refused(inner);
    if (refused.isPresent()) {
      String why = refused.get();
      inner.log("firewall,info", why + ": dial-in of " + call.account().name() + " dropped");
      return new Opening.Closed(why);
    }
    if (Accounts.isDisabled(call.account(), inner.configuration())) {
      inner.log(topics(call.service()), "user " + call.account().name() + " authentication failed");
      return new Opening.Closed("the account " + call.account().name() + " is disabled");
    }
    Optional<String> address = address(call, inner);
    if (address.isEmpty()) {
      inner.log(topics(call.service()), "no tunnel address is free");
      return new Opening.Closed("no tunnel address is free");
    }
    Session session =
        inner
            .sessions()
            .open(call.account(), call.service(), call.caller(), address.get(), inner.now());
    inner.log(topics(call.service()), line(session, "connected"));
    return new Opening.Opened(session);
  }

  private Optional<String> address(Call call, Insides inner) {
    if (call.address().isPresent()) {
      return Optional.of(
          ListAddress.plain(call.address().get())
              .orElseThrow(() -> new IllegalArgumentException("not one address: " + call)));
    }
    return pool.free(
        inner.sessions().all().stream().map(Session::address).collect(Collectors.toSet()));
  }

  /** A session that was dropped runs its on-down script, too: a moment later, on its own. */
  private void seen(Change change) {
    if (change instanceof Change.SessionDown(var _, Session session, Change.Why why)
        && why == Change.Why.REMOVED) {
      device.change(
          new Cause.Script("on-down", session.sessionId()),
          inner -> inner.log(topics(session.service()), line(session, "dropped by the API")));
      Scripts.Running _ = scripts.down(session, true);
    }
  }

  private static Cause by(Account account) {
    return new Cause.Client(account.name());
  }

  private static String topics(String service) {
    return service + ",ppp,info";
  }

  private static String line(Session session, String what) {
    return session.account().name()
        + " "
        + what
        + ", "
        + session.address()
        + " from "
        + session.caller();
  }

  private sealed interface Opening {
    record Opened(Session session) implements Opening {}

    record Closed(String why) implements Opening {}
  }
}
