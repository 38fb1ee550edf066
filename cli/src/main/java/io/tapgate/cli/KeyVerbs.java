package io.tapgate.cli;

import io.tapgate.cli.api.Answer;
import io.tapgate.cli.api.Api;
import io.tapgate.cli.api.Body;
import io.tapgate.cli.api.Query;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Keys to the admin API. */
@Command(name = "key", description = "Keys to the admin API.")
final class KeyVerbs {
  private static final String WHICH = "The key's name, or '#id'.";

  private final Tapgate tapgate;

  KeyVerbs(Tapgate tapgate) {
    this.tapgate = tapgate;
  }

  @Command(description = "Every key; what opens a door is not shown.")
  void list(@Mixin Paging paging) {
    new Lists(tapgate)
        .show(
            () -> new Query("/keys"),
            paging,
            keys -> Tables.keys(keys, tapgate.moments()),
            "There is no key but ADMIN_TOKEN.");
  }

  @Command(description = "Everything about one key.")
  void show(@Parameters(paramLabel = "KEY", description = WHICH) String key) {
    tapgate.details(api().get(path(key)), one -> Sides.key(one, tapgate.moments()));
  }

  @Command(description = "A new key. What opens the door is shown once.")
  void make(
      @Parameters(paramLabel = "NAME", description = "Who or what will use it.") String name,
      @Option(names = "--scope", required = true, description = "read, operate or admin.")
          String scope,
      @Option(names = "--for", paramLabel = "SPAN", description = "How long: 5m, 2h, 30d, never.")
          @Nullable String span) {
    Body body = new Body().with("name", name).with("scope", scope).with("for", Typed.span(span));
    Answer answer = api().post("/keys", body);
    if (!tapgate.json()) {
      tapgate.note("The key " + name + ", shown this once:");
    }
    tapgate.tell(answer, made -> made.text("secret"));
  }

  @Command(description = "Make a key useless, at once and for good.")
  void revoke(
      @Parameters(paramLabel = "KEY", description = WHICH) String key, @Mixin Consent consent) {
    String path = path(key);
    consent.to("Revoke the key " + key + "?", tapgate.surroundings());
    tapgate.tell(api().delete(path), _ -> key + " is revoked.");
  }

  private String path(String key) {
    return new Named(api()).key(key);
  }

  private Api api() {
    return tapgate.api();
  }
}
