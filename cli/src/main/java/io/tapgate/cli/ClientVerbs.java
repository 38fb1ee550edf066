package io.tapgate.cli;

import static io.tapgate.cli.Sentences.banned;
import static io.tapgate.cli.Sentences.name;

import io.tapgate.cli.api.Answer;
import io.tapgate.cli.api.Api;
import io.tapgate.cli.api.Body;
import io.tapgate.cli.api.Failure;
import io.tapgate.cli.api.Query;
import io.tapgate.cli.importing.Importing;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The people who may connect. */
@Command(name = "client", description = "The people who may connect.")
final class ClientVerbs {
  private static final String WHICH = "The account's name, or '#id'.";
  private static final String REASON = "Why, for the audit.";
  private static final String SPAN = "How long: 90s, 5m, 2h, 30d, or never.";

  private final Tapgate tapgate;

  ClientVerbs(Tapgate tapgate) {
    this.tapgate = tapgate;
  }

  @Command(description = "Clients, by name.")
  void list(
      @Option(names = "--name", paramLabel = "PREFIX", description = "Names that begin so.")
          @Nullable String name,
      @Option(names = "--chat", paramLabel = "ID", description = "Who is asked in this chat.")
          @Nullable Long chat,
      @Option(names = "--state", description = "banned, locked, offered or live.")
          @Nullable String state,
      @Mixin Paging paging) {
    new Lists(tapgate)
        .show(
            () ->
                new Query("/clients").with("name", name).with("chat_id", chat).with("state", state),
            paging,
            clients -> Tables.clients(clients, tapgate.moments()),
            "No client is like that.");
  }

  @Command(description = "Everything about one client.")
  void show(@Parameters(paramLabel = "CLIENT", description = WHICH) String client) {
    tapgate.details(api().get(path(client)), one -> Sides.client(one, tapgate.moments()));
  }

  @Command(
      description = {
        "A new client, by account name, by chat, or both.",
        "With --router, an account to dial in with is made there; its password is shown once."
      })
  void add(
      @Parameters(arity = "0..1", paramLabel = "NAME", description = "The VPN account's name.")
          @Nullable String name,
      @Option(names = "--chat", paramLabel = "ID", description = "The Telegram chat that is asked.")
          @Nullable Long chat,
      @Option(names = "--note", description = "For yourselves.") @Nullable String note,
      @Option(
              names = "--router",
              paramLabel = "ROUTER",
              description = "Make an account there, too; may be given several times.")
          @Nullable List<String> routers,
      @Mixin AccountOptions account) {
    Body body = new Body().with("name", name).with("chat_id", chat).with("note", note);
    if (routers != null) {
      onRouters(name, routers, account.in(body));
      return;
    }
    if (account.isGiven()) {
      throw Failure.typed("on which router? Give --router, once for each.");
    }
    if (name == null && chat == null) {
      throw Failure.typed("who is it? Give the account's name, --chat ID, or both.");
    }
    tapgate.tell(
        api().post("/clients", body), one -> name(one) + " is added, '#" + one.text("id") + "'.");
  }

  /** Every router is found before anything is done; each call also sees to the client. */
  private void onRouters(@Nullable String name, List<String> routers, Body body) {
    if (name == null) {
      throw Failure.typed("what is the account called? Give its name before --router.");
    }
    NewAccounts accounts = new NewAccounts(tapgate);
    for (String router : routers) {
      accounts.on(router, new Named(api()).router(router));
    }
    accounts.make(name, body);
  }

  @Command(description = "Change a client; an empty text clears what it names.")
  void change(
      @Parameters(paramLabel = "CLIENT", description = WHICH) String client,
      @Option(names = "--name", description = "The account's new name.") @Nullable String name,
      @Option(names = "--chat", paramLabel = "ID", description = "The chat that is asked.")
          @Nullable String chat,
      @Option(names = "--note", description = "For yourselves.") @Nullable String note) {
    Body body =
        new Body()
            .withOrCleared("name", name)
            .withOrCleared("chat_id", chat)
            .withOrCleared("note", note);
    tapgate.tell(Changes.to(api(), path(client), body), one -> name(one) + " is changed.");
  }

  @Command(description = "Forget a client. Not while connected or banned.")
  void remove(
      @Parameters(paramLabel = "CLIENT", description = WHICH) String client,
      @Mixin Consent consent) {
    String path = path(client);
    consent.to("Remove the client " + client + "?", tapgate.surroundings());
    tapgate.tell(api().delete(path), _ -> client + " is removed.");
  }

  @Command(description = "Ban a client and drop what is connected.")
  void ban(
      @Parameters(paramLabel = "CLIENT", description = WHICH) String client,
      @Option(names = "--for", paramLabel = "SPAN", description = SPAN) @Nullable String span,
      @Option(names = "--reason", description = REASON) @Nullable String reason) {
    Answer answer = act(client, "ban", span, reason);
    tapgate.tell(answer, one -> banned(one, client, tapgate.moments()));
  }

  @Command(description = "Lift every ban of a client.")
  void unban(
      @Parameters(paramLabel = "CLIENT", description = WHICH) String client,
      @Option(names = "--reason", description = REASON) @Nullable String reason) {
    tapgate.tell(act(client, "unban", null, reason), _ -> client + " is no longer banned.");
  }

  @Command(description = "Keep a client out until unlocked.")
  void lock(
      @Parameters(paramLabel = "CLIENT", description = WHICH) String client,
      @Option(names = "--for", paramLabel = "SPAN", description = SPAN) @Nullable String span,
      @Option(names = "--reason", description = REASON) @Nullable String reason) {
    tapgate.tell(act(client, "lock", span, reason), _ -> client + " is locked out.");
  }

  @Command(description = "Let a locked client in again.")
  void unlock(
      @Parameters(paramLabel = "CLIENT", description = WHICH) String client,
      @Option(names = "--reason", description = REASON) @Nullable String reason) {
    tapgate.tell(act(client, "unlock", null, reason), _ -> client + " is no longer locked.");
  }

  @Command(description = "Give a client all chances back.")
  void reset(
      @Parameters(paramLabel = "CLIENT", description = WHICH) String client,
      @Option(names = "--reason", description = REASON) @Nullable String reason) {
    tapgate.tell(act(client, "reset", null, reason), _ -> client + " has all chances again.");
  }

  @Command(name = "accept-chat", description = "Take the new chat that the router named.")
  void acceptChat(
      @Parameters(paramLabel = "CLIENT", description = WHICH) String client,
      @Parameters(paramLabel = "CHAT", description = "Its number, as client show says it.")
          long chat) {
    Answer answer = api().post(path(client) + "/accept-chat", new Body().with("chat_id", chat));
    tapgate.tell(answer, _ -> client + " is asked in chat " + chat + " from now on.");
  }

  @Command(
      name = "import",
      description = {
        "Clients from a CSV file with the columns name, chat_id and note, in any order;",
        "or, with --router, from the accounts on a router and the chats that their comments name.",
        "Shows first what would change. It may be repeated: who is there already stays."
      })
  int importing(
      @Parameters(arity = "0..1", paramLabel = "FILE", description = "Comma between, in UTF-8.")
          @Nullable Path file,
      @Option(names = "--router", paramLabel = "ROUTER", description = "Its name, or '#id'.")
          @Nullable String router,
      @Mixin Consent consent) {
    Surroundings around = tapgate.surroundings();
    Importing importing = new Importing(api(), around.terminal(), around.out(), around.err());
    Predicate<String> agreed = question -> consent.isGivenTo(question, around);
    if (file != null && router == null) {
      return importing.run(file, tapgate.json(), agreed);
    }
    if (file == null && router != null) {
      return importing.run(new Named(api()).router(router), tapgate.json(), agreed);
    }
    throw Failure.typed("from where? Give a file, or --router ROUTER.");
  }

  private Answer act(String client, String verb, @Nullable String span, @Nullable String reason) {
    Body body = new Body().with("for", Typed.span(span)).with("reason", reason);
    return api().post(path(client) + "/" + verb, body);
  }

  private String path(String client) {
    return new Named(api()).client(client);
  }

  private Api api() {
    return tapgate.api();
  }
}
