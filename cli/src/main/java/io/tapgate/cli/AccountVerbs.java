package io.tapgate.cli;

import io.tapgate.cli.api.Answer;
import io.tapgate.cli.api.Api;
import io.tapgate.cli.api.Body;
import io.tapgate.cli.api.Failure;
import io.tapgate.cli.api.Json;
import io.tapgate.cli.console.Column;
import io.tapgate.cli.console.Table;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What clients dial in with. The router itself is asked and told, at once. */
@Command(name = "account", description = "What clients dial in with, on the routers themselves.")
final class AccountVerbs {
  private static final String WHICH = "The account's name.";

  private final Tapgate tapgate;

  AccountVerbs(Tapgate tapgate) {
    this.tapgate = tapgate;
  }

  @Command(description = "Every account on a router. Only Tapgate's own are changed from here.")
  void list(@Mixin OnRouter where) {
    Answer answer = api().get(where.found(api()).path() + "/accounts");
    if (tapgate.json()) {
      tapgate.tell(answer, _ -> "");
    } else {
      List<Json> accounts = answer.json().items("items");
      if (accounts.isEmpty()) {
        tapgate.print("There is no account on this router.\n");
      } else {
        tapgate.print(table(accounts));
      }
    }
  }

  @Command(description = "A new account, and its client if new. Its password is shown once.")
  void add(
      @Parameters(paramLabel = "NAME", description = WHICH) String name,
      @Mixin OnRouter where,
      @Option(names = "--chat", paramLabel = "ID", description = "The Telegram chat that is asked.")
          @Nullable Long chat,
      @Option(names = "--note", description = "About the client, for yourselves.")
          @Nullable String note,
      @Mixin AccountOptions options) {
    Body body = new Body().with("name", name).with("chat_id", chat).with("note", note);
    OnRouter.Meant router = where.found(api());
    new NewAccounts(tapgate).on(router.label(), router.path()).make(name, options.in(body));
  }

  @Command(description = "Let nobody dial in with it, and drop who is.")
  void disable(
      @Parameters(paramLabel = "NAME", description = WHICH) String name, @Mixin OnRouter where) {
    tapgate.tell(switched(name, where, true), _ -> name + " is disabled.");
  }

  @Command(description = "Let people dial in with it again.")
  void enable(
      @Parameters(paramLabel = "NAME", description = WHICH) String name, @Mixin OnRouter where) {
    tapgate.tell(switched(name, where, false), _ -> name + " is enabled.");
  }

  @Command(description = "Another password, shown once. Who is dialled in stays so.")
  void password(
      @Parameters(paramLabel = "NAME", description = WHICH) String name, @Mixin OnRouter where) {
    Answer answer = api().post(path(name, where) + "/password", Body.empty());
    if (!tapgate.json()) {
      tapgate.note("The new password of " + name + ", shown this once:");
    }
    tapgate.tell(answer, made -> made.text("password"));
  }

  @Command(description = "Take it off the router, and drop who is dialled in. The client stays.")
  void remove(
      @Parameters(paramLabel = "NAME", description = WHICH) String name,
      @Mixin OnRouter where,
      @Mixin Consent consent) {
    String path = path(name, where);
    consent.to("Remove the account " + name + "?", tapgate.surroundings());
    tapgate.tell(api().delete(path), _ -> "The account " + name + " is removed.");
  }

  private Answer switched(String name, OnRouter where, boolean off) {
    return api().patch(path(name, where), "*", new Body().with("disabled", off));
  }

  private String path(String name, OnRouter where) {
    if (name.chars().anyMatch(one -> "/\\%;".indexOf(one) >= 0)) {
      throw Failure.typed(
          "'"
              + name
              + "' is changed on the router itself: Tapgate takes no name with / \\ % or ;.");
    }
    return where.found(api()).path() + "/accounts/" + encoded(name);
  }

  private static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static Table table(List<Json> accounts) {
    Table table =
        new Table(
            Column.text("NAME"),
            Column.state("STATE"),
            Column.word("OURS"),
            Column.figure("CHAT"),
            Column.text("PROFILE"),
            Column.word("SERVICE"),
            Column.word("LAST OUT"),
            Column.text("COMMENT"));
    for (Json one : accounts) {
      table.row(
          one.text("name"),
          one.flag("disabled") ? "disabled" : "",
          one.flag("ours") ? "yes" : "no",
          one.text("chat_id"),
          one.text("profile"),
          one.text("service"),
          one.text("last_logged_out"),
          one.text("comment"));
    }
    return table;
  }

  private Api api() {
    return tapgate.api();
  }
}
