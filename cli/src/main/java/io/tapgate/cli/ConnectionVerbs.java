package io.tapgate.cli;

import io.tapgate.cli.api.Answer;
import io.tapgate.cli.api.Body;
import io.tapgate.cli.api.Query;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** VPN sessions, from up to down. */
@Command(name = "connection", description = "VPN sessions, from up to down.")
final class ConnectionVerbs {
  private static final String WHICH = "Its number, as connection list shows it.";
  private static final String REASON = "Why, for the audit.";

  private final Tapgate tapgate;

  ConnectionVerbs(Tapgate tapgate) {
    this.tapgate = tapgate;
  }

  @Command(description = "Connections, the newest first. * the router does not show it yet.")
  void list(
      @Option(names = "--state", paramLabel = "STATE,…", description = "asked, confirmed, …")
          @Nullable String state,
      @Option(names = "--client", description = "Of this client, by name or '#id'.")
          @Nullable String client,
      @Option(names = "--router", description = "At this router, by name or '#id'.")
          @Nullable String router,
      @Option(names = "--tunnel", paramLabel = "ADDRESS", description = "On this address inside.")
          @Nullable String tunnel,
      @Option(names = "--caller", paramLabel = "ADDRESS", description = "From this one outside.")
          @Nullable String caller,
      @Mixin Between between,
      @Mixin Paging paging) {
    Query filter =
        new Query("/connections")
            .with("state", state)
            .with("client", Ids.client(tapgate, client))
            .with("router", Ids.router(tapgate, router))
            .with("tunnel", tunnel)
            .with("caller", caller);
    Query query = between.in(filter, tapgate).with("sort", "-id");
    new Lists(tapgate)
        .show(
            () -> query,
            paging,
            found -> Tables.connections(found, tapgate.moments()),
            "No connection is like that.");
  }

  @Command(description = "Everything about one connection.")
  void show(@Parameters(paramLabel = "CONNECTION", description = WHICH) String connection) {
    Answer answer = tapgate.api().get(path(connection));
    tapgate.details(answer, one -> Sides.connection(one, tapgate.moments()));
  }

  @Command(description = "Why a connection is where it is.")
  void why(@Parameters(paramLabel = "CONNECTION", description = WHICH) String connection) {
    Why.tell(tapgate, connection);
  }

  @Command(description = "Let it in on the client's behalf. Chat and audit will say so.")
  void confirm(
      @Parameters(paramLabel = "CONNECTION", description = WHICH) String connection,
      @Option(names = "--reason", required = true, description = "Why, for chat and audit.")
          String reason) {
    act(connection, "confirm", reason);
  }

  @Command(description = "Drop it, as \"Not me\" would.")
  void reject(
      @Parameters(paramLabel = "CONNECTION", description = WHICH) String connection,
      @Option(names = "--reason", description = REASON) @Nullable String reason) {
    act(connection, "reject", reason);
  }

  @Command(description = "Drop it, and ban nobody.")
  void disconnect(
      @Parameters(paramLabel = "CONNECTION", description = WHICH) String connection,
      @Option(names = "--reason", description = REASON) @Nullable String reason) {
    act(connection, "disconnect", reason);
  }

  private void act(String connection, String verb, @Nullable String reason) {
    String path = path(connection) + "/" + verb;
    Answer answer = tapgate.api().post(path, new Body().with("reason", reason));
    tapgate.tell(answer, Sentences::connection);
  }

  private static String path(String connection) {
    return "/connections/" + Lists.id(connection, "connection");
  }
}
