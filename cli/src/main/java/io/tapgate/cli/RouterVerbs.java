package io.tapgate.cli;

import io.tapgate.cli.api.Answer;
import io.tapgate.cli.api.Api;
import io.tapgate.cli.api.Body;
import io.tapgate.cli.api.Json;
import io.tapgate.cli.api.Query;
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
    tapgate.details(api().get(path(router)), Sides::router);
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

  @Command(description = "Forget a router.")
  void remove(
      @Parameters(paramLabel = "ROUTER", description = WHICH) String router,
      @Mixin Consent consent) {
    String path = path(router);
    consent.to("Remove the router " + router + "?", tapgate.surroundings());
    tapgate.tell(api().delete(path), _ -> router + " is removed.");
  }

  @Command(name = "hook-token", description = "A new token for the router's scripts, shown once.")
  void hookToken(@Parameters(paramLabel = "ROUTER", description = WHICH) String router) {
    Answer answer = api().post(path(router) + "/hook-token", Body.empty());
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
