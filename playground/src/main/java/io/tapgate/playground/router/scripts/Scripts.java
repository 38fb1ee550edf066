package io.tapgate.playground.router.scripts;

import io.tapgate.playground.router.device.AddressLists;
import io.tapgate.playground.router.device.Cause;
import io.tapgate.playground.router.device.Device;
import io.tapgate.playground.router.device.Family;
import io.tapgate.playground.router.device.Insides;
import io.tapgate.playground.router.device.ListAddress;
import io.tapgate.playground.router.device.ListNames;
import io.tapgate.playground.router.device.Session;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What router-scripts/ has for a real router, step by step as there; a test compares the two. */
public final class Scripts implements AutoCloseable {
  private static final String COMMENT = "tapgate";

  private final Device device;
  private final ListNames lists;
  private final String routerAddress;
  private final Reporter reporter;

  public Scripts(Device device, ListNames lists, String routerAddress, URI apiUrl, String token) {
    this.device = device;
    this.lists = lists;
    this.routerAddress = routerAddress;
    this.reporter = new Reporter(apiUrl, token);
  }

  /** From now on hooks go there. */
  public void reportTo(URI apiUrl) {
    reporter.sendTo(apiUrl);
  }

  /** Closes the gate for the session's address: out of PERMIT, its connections cut, into DENY. */
  public void shutOut(Session session) {
    String address = session.address();
    device.change(
        new Cause.Script("on-up", session.sessionId()),
        inner -> {
          takeOut(inner, lists.permit(), address);
          inner.tracked(Family.of(address)).cutAllOf(address, inner.now());
          deny(inner, address);
        });
  }

  /** Takes the session's address out of both lists, unless another session holds it by now. */
  public void clear(Session session) {
    String address = session.address();
    device.change(
        new Cause.Script("on-down", session.sessionId()),
        inner -> {
          if (!inner.sessions().anyOn(address)) {
            takeOut(inner, lists.permit(), address);
            inner.tracked(Family.of(address)).cutAllOf(address, inner.now());
            takeOutOurs(inner, lists.deny(), address);
          }
        });
  }

  public CompletableFuture<Report> reportUp(Session session) {
    return report(new Hook(Hook.Kind.UP, session, routerAddress));
  }

  public CompletableFuture<Report> reportDown(Session session) {
    return report(new Hook(Hook.Kind.DOWN, session, routerAddress));
  }

  @Override
  public void close() {
    reporter.close();
  }

  private CompletableFuture<Report> report(Hook hook) {
    return reporter
        .send(hook)
        .thenApply(outcome -> {
          device.change(by(hook), inner -> inner.log("script,info", line(hook, outcome)));
          return outcome;
        });
  }

  private static Cause by(Hook hook) {
    String name = hook.kind() == Hook.Kind.UP ? "on-up" : "on-down";
    return new Cause.Script(name, hook.session().sessionId());
  }

  private static String line(Hook hook, Report outcome) {
    String told = "told Tapgate that " + hook.session().account().name() + " is ";
    String what = told + (hook.kind() == Hook.Kind.UP ? "up" : "down") + ": ";
    return switch (outcome) {
      case Report.Answered(int status, String _) -> what + "answered " + status;
      case Report.Failed(String why) -> what + "failed, " + why;
      case Report.Lost() -> what + "lost on the way";
    };
  }

  private void deny(Insides inner, String address) {
    Family family = Family.of(address);
    AddressLists.Draft draft =
        new AddressLists.Draft(lists.deny(), kept(address), Optional.empty(), true, false, COMMENT);
    inner.lists(family).add(draft, inner.now());
  }

  private static void takeOut(Insides inner, String list, String address) {
    AddressLists all = inner.lists(Family.of(address));
    all.find(list, kept(address)).ifPresent(entry -> all.remove(entry, inner.now()));
  }

  /** An entry of the admin's own stays. */
  private static void takeOutOurs(Insides inner, String list, String address) {
    AddressLists all = inner.lists(Family.of(address));
    all.find(list, kept(address))
        .filter(entry -> entry.comment().equals(COMMENT))
        .ifPresent(entry -> all.remove(entry, inner.now()));
  }

  private static String kept(String address) {
    return ListAddress.normal(Family.of(address), address).orElseThrow();
  }
}
