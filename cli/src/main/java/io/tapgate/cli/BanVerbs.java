package io.tapgate.cli;

import io.tapgate.cli.api.Answer;
import io.tapgate.cli.api.Body;
import io.tapgate.cli.api.Json;
import io.tapgate.cli.api.Query;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Who is kept out, and until when. */
@Command(name = "ban", description = "Who is kept out, and until when. client ban makes one.")
final class BanVerbs {
  private static final String WHICH = "Its number, as ban list shows it.";

  private final Tapgate tapgate;

  BanVerbs(Tapgate tapgate) {
    this.tapgate = tapgate;
  }

  @Command(description = "Bans in force.")
  void list(
      @Option(names = "--past", description = "Those that are over, too.") boolean past,
      @Option(names = "--client", description = "Of this client, by name or '#id'.")
          @Nullable String client,
      @Option(names = "--reason", description = "over_limit, not_me, admin or locked.")
          @Nullable String reason,
      @Option(names = "--caller", paramLabel = "ADDRESS", description = "That name this caller.")
          @Nullable String caller,
      @Mixin Paging paging) {
    Query query =
        new Query("/bans")
            .with("in_force", past ? null : true)
            .with("client", Ids.client(tapgate, client))
            .with("reason", reason)
            .with("caller", caller);
    new Lists(tapgate)
        .show(
            () -> query, paging, bans -> Tables.bans(bans, tapgate.moments()), "Nobody is banned.");
  }

  @Command(description = "Everything about one ban.")
  void show(@Parameters(paramLabel = "BAN", description = WHICH) String ban) {
    Answer answer = tapgate.api().get(path(ban));
    tapgate.details(answer, one -> Sides.ban(one, tapgate.moments()));
  }

  @Command(description = "End one ban before its time.")
  void lift(
      @Parameters(paramLabel = "BAN", description = WHICH) String ban,
      @Option(names = "--reason", description = "Why, for the audit.") @Nullable String reason) {
    Answer answer = tapgate.api().post(path(ban) + "/lift", new Body().with("reason", reason));
    tapgate.tell(
        answer, one -> "Ban " + Lists.id(ban, "ban") + of(one.get("client")) + " is lifted.");
  }

  private static String of(Json client) {
    return client.isMissing() ? "" : " of " + Sentences.name(client);
  }

  private static String path(String ban) {
    return "/bans/" + Lists.id(ban, "ban");
  }
}
