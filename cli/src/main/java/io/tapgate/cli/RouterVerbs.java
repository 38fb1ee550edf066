package io.tapgate.cli;

import io.tapgate.cli.api.Answer;
import io.tapgate.cli.api.Api;
import io.tapgate.cli.api.Body;
import io.tapgate.cli.api.Json;
import io.tapgate.cli.api.Query;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The doors: routers and how to reach them. */
@Command(name = "router", description = "The routers, and how to reach them.")
final class RouterVerbs {
  private static final String WHICH = "The router's name, or '#id'.";

  private final Tapgate tapgate;

  RouterVerbs(Tapgate tapgate) {
    this.tapgate = tapgate;
  }

  @Command(description = "The routers, and how each is.")
  void list(
      @Option(names = "--name", paramLabel = "PREFIX", description = "Names that begin so.")
          @Nullable String name,
      @Mixin Paging paging) {
    new Lists(tapgate)
        .show(
            () -> new Query("/routers").with("name", name),
            paging,
            Tables::routers,
            "No router is like that.");
  }

  @Command(description = "Everything about one router, but its password.")
  void show(@Parameters(paramLabel = "ROUTER", description = WHICH) String router) {
    tapgate.details(api().get(path(router)), one -> Sides.router(one, tapgate.moments()));
  }

  @Command(description = "A new router. Its password is asked for.")
  void add(
      @Parameters(paramLabel = "NAME", description = "What messages call it.") String name,
      @Mixin RouterOptions options,
      @Mixin Password password) {
    options.requireHostAndUser();
    Body body = options.in(new Body().with("name", name)).with("password", password.read(tapgate));
    tapgate.tell(api().post("/routers", body), one -> added(name, one));
  }

  @Command(description = "Change a router. The one from the environment changes there alone.")
  void change(
      @Parameters(paramLabel = "ROUTER", description = WHICH) String router,
      @Mixin RouterOptions options,
      @Mixin NewName rename,
      @Mixin Password password) {
    Body body = options.in(new Body().with("name", rename.name));
    body.with("password", password.wanted() ? password.read(tapgate) : null);
    Answer answer = Changes.to(api(), path(router), body);
    tapgate.tell(answer, one -> one.text("name") + " is changed.");
  }

  @Command(description = "Speak to a router no more, until it is enabled. Its tokens open nothing.")
  void disable(
      @Parameters(paramLabel = "ROUTER", description = WHICH) String router,
      @Mixin Consent consent) {
    String path = path(router);
    consent.to("Disable the router " + router + "?", tapgate.surroundings());
    tapgate.tell(switched(path, true), one -> one.text("name") + " is disabled.");
  }

  @Command(description = "Speak to a disabled router again.")
  void enable(@Parameters(paramLabel = "ROUTER", description = WHICH) String router) {
    tapgate.tell(switched(path(router), false), one -> one.text("name") + " is enabled.");
  }

  private Answer switched(String path, boolean off) {
    return Changes.to(api(), path, new Body().with("disabled", off));
  }

  @Command(
      description =
          "Set a router up: the gate, the scripts that report, Tapgate's own user. Shows"
              + " what would be done, asks, does it, and puts the router on record.")
  void prepare(
      @Parameters(paramLabel = "HOST", description = "Where it is; with --print, its name.")
          String host,
      @Option(names = "--name", description = "What messages call it.") @Nullable String name,
      @Mixin Way way,
      @Option(names = "--anywhere", description = "Though the address is one that Tapgate avoids.")
          @Nullable Boolean anywhere,
      @Mixin GateOptions gate,
      @Option(
              names = "--take-over",
              paramLabel = "ACCOUNT",
              description = "Whose session goes on as confirmed, though nobody tapped.")
          @Nullable List<String> takeOver,
      @Option(names = "--print", description = "Print a script to paste, and log in nowhere.")
          boolean print,
      @Mixin AdminLogin login,
      @Mixin Consent consent) {
    Body body = gate.in(new Body());
    if (print) {
      gate.requireFrom();
      Answer script = api().post(path(host) + "/script", body);
      tapgate.print(tapgate.json() ? script.body() + "\n" : script.json().text("script"));
      return;
    }
    way.in(body.with("host", host).with("name", name).with("take_over", takeOver))
        .with("anywhere", anywhere);
    new Preparation(tapgate, consent)
        .run(
            "/routers/preparation",
            login.in(body, host, tapgate),
            "Do this to " + host + "?",
            new Preparation.Done(
                host + " is prepared, and Tapgate drives it.",
                host + " is prepared, but for what is left by hand."));
  }

  @Command(description = "Look what is wrong at a router, or at all of them. Changes nothing.")
  void check(
      @Parameters(paramLabel = "ROUTER", arity = "0..1", description = WHICH)
          @Nullable String router) {
    new Check(tapgate).run(router);
  }

  @Command(
      description =
          "Take everything of Tapgate's off a router, and the router off the record."
              + " With --forget, off the record alone.")
  void remove(
      @Parameters(paramLabel = "ROUTER", description = WHICH) String router,
      @Option(names = "--forget", description = "Leave the router itself as it is.") boolean forget,
      @Mixin Way way,
      @Mixin AdminLogin login,
      @Mixin Consent consent) {
    String path = path(router);
    if (forget) {
      consent.to("Forget the router " + router + "?", tapgate.surroundings());
      tapgate.tell(api().delete(path), _ -> router + " is forgotten.");
      return;
    }
    new Preparation(tapgate, consent)
        .run(
            path + "/clearing",
            login.in(way.in(new Body()), router, tapgate),
            "Do this to " + router + "? Its VPN is then open by password alone.",
            new Preparation.Done(
                router + " is as it was before, and Tapgate knows it no more.",
                router + " is as it was before."));
  }

  @Command(name = "hook-token", description = "A new token for the router's scripts, shown once.")
  void hookToken(
      @Parameters(paramLabel = "ROUTER", description = WHICH) String router,
      @Option(
              names = "--overlap",
              paramLabel = "TIME",
              description = "How long the one before opens: none, 1h, 1d (the default) up to 30d.")
          @Nullable String overlap) {
    Body body = new Body().with("overlap", overlap);
    Answer answer = api().post(path(router) + "/hook-token", body);
    tapgate.tell(answer, one -> token(router, one));
  }

  private static String added(String name, Json router) {
    return name + " is added, '#" + router.text("id") + "'. " + token(name, router);
  }

  private static String token(String name, Json answer) {
    return "The token for the scripts of "
        + name
        + ", shown this once: "
        + answer.text("hook_token");
  }

  private String path(String router) {
    return new Named(api()).router(router);
  }

  private Api api() {
    return tapgate.api();
  }
}
