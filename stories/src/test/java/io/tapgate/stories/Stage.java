package io.tapgate.stories;

import static io.tapgate.stories.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.playground.router.PretendRouter;
import io.tapgate.playground.router.RouterSettings;
import io.tapgate.playground.router.TunnelPool;
import io.tapgate.playground.telegram.Person;
import io.tapgate.playground.telegram.PretendTelegram;
import io.tapgate.playground.telegram.TelegramSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A router, a Telegram, a database, and between them api and watcher as processes. Both keep their
 * ports when they are started again, as they would on an admin's machine.
 */
final class Stage implements AutoCloseable {
  static final Duration TIMEOUT = Duration.ofMinutes(5);
  static final long ADMIN_CHAT = 900;

  /** Of the router's log: the referee insists on all of it. */
  private static final int LINES = 5_000_000;

  private static final Duration STARTS_WITHIN = Duration.ofSeconds(90);
  private static final AtomicInteger people = new AtomicInteger();
  private static @Nullable Stage shared;

  final Records records;
  final Time time;
  final Witness witness;
  final PretendTelegram telegram;
  final PretendRouter router;
  final Doors doors = new Doors(freePort());
  private final Doors watcherHealth = new Doors(freePort());
  private final Map<String, String> settings;
  private @Nullable Part api;
  private @Nullable Part watcher;

  private Stage(Records records, Map<String, String> more) {
    this.records = records;
    this.time = new Time(records);
    this.witness = new Witness(time, toAnswer(more));
    this.telegram = PretendTelegram.start(TelegramSettings.of(Keys.TELEGRAM));
    this.witness.watches(telegram);
    this.telegram.join(new Person(ADMIN_CHAT, "Admin", "en"));
    this.router =
        PretendRouter.start(
            RouterSettings.usual()
                .withLogin("tapgate", Keys.ROUTER)
                .withAdmin(Keys.ROUTER_ADMIN)
                .withHooks(URI.create("http://127.0.0.1:" + doors.port()), Keys.HOOK)
                .withPool(new TunnelPool("10.8.0.2", "10.8.255.254"))
                .withMemory(LINES)
                .withClock(time::now));
    this.settings = settings(more);
  }

  /** For stories that hurt nobody: each brings people of its own, and nobody cleans up. */
  static synchronized Stage shared() {
    Stage open = shared;
    if (open == null) {
      open = withItsOwnClock();
      shared = open;
    }
    return open;
  }

  /** On the admin's PostgreSQL, everything up, its clock in the test's hand. */
  static Stage withItsOwnClock() {
    return withItsOwnClock(Map.of());
  }

  static Stage withItsOwnClock(Map<String, String> more) {
    Records records = Postgres.fresh();
    Map<String, String> all = new HashMap<>(more);
    all.put("DATABASE_URL", records.url());
    Stage stage = new Stage(records, all);
    stage.startApi();
    stage.time.takeOver();
    stage.startWatcher();
    return stage;
  }

  /** Nothing started yet, on this database and by its own clock. */
  static Stage on(Records records) {
    return on(records, Map.of());
  }

  static Stage on(Records records, Map<String, String> more) {
    Map<String, String> settings = new HashMap<>(more);
    settings.putIfAbsent("DATABASE_URL", records.url());
    return new Stage(records, settings);
  }

  /** Nothing started yet, no database named. */
  static Stage empty(Map<String, String> more) {
    return new Stage(new Records(""), more);
  }

  private Map<String, String> settings(Map<String, String> more) {
    Map<String, String> all = new HashMap<>();
    all.put("HOOK_TOKEN", Keys.HOOK);
    all.put("WATCHER_TOKEN", Keys.WATCHER);
    all.put("ADMIN_TOKEN", Keys.ADMIN);
    all.put("METRICS_TOKEN", Keys.METRICS);
    all.put("ROUTER_NAME", "office");
    all.put("ROUTER_HOST", "127.0.0.1");
    all.put("ROUTER_PORT", Integer.toString(router.port()));
    all.put("ROUTER_USERNAME", "tapgate");
    all.put("ROUTER_PASSWORD", Keys.ROUTER);
    all.put("ROUTER_TLS", "off");
    all.put("DENY_LIST", "DENY");
    all.put("PERMIT_LIST", "PERMIT");
    all.put("PERMANENT_BAN_LIST", "BAN");
    all.put("TELEGRAM_TOKEN", Keys.TELEGRAM);
    all.put("TELEGRAM_API_URL", telegram.url());
    all.put("TELEGRAM_NETWORKS_URL", "none");
    all.put("ADMIN_CHATS", Long.toString(ADMIN_CHAT));
    all.put("UNCONFIRMED_TIMEOUT", TIMEOUT.toSeconds() + "s");
    all.put("API_PORT", Integer.toString(doors.port()));
    all.put("API_URL", "http://127.0.0.1:" + doors.port());
    all.put("WATCHER_PORT", Integer.toString(watcherHealth.port()));
    all.putAll(more);
    return Map.copyOf(all);
  }

  Map<String, String> settings() {
    return settings;
  }

  void startApi() {
    startApi(Jar.API.command());
  }

  void startApi(List<String> command) {
    Part started = Part.start(Jar.API, command, settings);
    Part before = api;
    api = started;
    untilItAnswers(started, doors, "/actuator/health/readiness");
    witness.watches(started);
    if (before != null) {
      before.isBack();
    }
  }

  /** Another api on the same database, with a port of its own. */
  Node anotherApi() {
    return anotherApi(Map.of());
  }

  Node anotherApi(Map<String, String> more) {
    Doors itsDoors = new Doors(freePort());
    Map<String, String> its = with("API_PORT", itsDoors.port());
    its.putAll(more);
    Part started = Part.start(Jar.API, its);
    untilItAnswers(started, itsDoors, "/actuator/health/readiness");
    witness.watches(started);
    return new Node(started, itsDoors);
  }

  Node node() {
    return new Node(api(), doors);
  }

  /** Another watcher of the same chats, which talks to this api. One reads: it stands by. */
  Part anotherWatcher(Node node) {
    Doors itsHealth = new Doors(freePort());
    Map<String, String> its = with("WATCHER_PORT", itsHealth.port());
    its.put("API_URL", "http://127.0.0.1:" + node.doors().port());
    Part started = Part.start(Jar.WATCHER, its);
    untilItAnswers(started, itsHealth, "/health");
    eventually("it stands by", () -> itsHealth.get("/health", "").text("status").equals("STANDBY"));
    return started;
  }

  private Map<String, String> with(String setting, int port) {
    Map<String, String> more = new HashMap<>(settings);
    more.put(setting, Integer.toString(port));
    return more;
  }

  void startWatcher() {
    Part started = Part.start(Jar.WATCHER, settings);
    watcher = started;
    untilItAnswers(started, watcherHealth, "/health");
    eventually("the watcher reads Telegram", () -> telegram.view().reading());
  }

  private static void untilItAnswers(Part part, Doors doors, String door) {
    eventually(
        () -> part + " answers",
        STARTS_WITHIN,
        () -> {
          if (!part.runs()) {
            throw new AssertionError(part + " ended by itself:\n" + part.said());
          }
          return doors.answers(door);
        });
  }

  Part api() {
    return there(api);
  }

  Part watcher() {
    return there(watcher);
  }

  private static Part there(@Nullable Part part) {
    if (part == null) {
      throw new IllegalStateException("not started yet");
    }
    return part;
  }

  /** Somebody new, with an account, a phone and an address to call from. */
  Client somebody() {
    return somebody("en");
  }

  Client somebody(String language) {
    return new Client(people.incrementAndGet(), language, this);
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  /** The stage that hurts nobody, if it was ever opened: judged as it stands. */
  static synchronized void judgeShared() {
    if (shared != null) {
      shared.judge();
    }
  }

  /** Nobody got in who must not, whatever the story was about. */
  private void judge() {
    assertThat(witness.findings(router)).as("what the referee found").isEmpty();
  }

  @Override
  public void close() {
    try {
      judge();
    } finally {
      end();
    }
  }

  private void end() {
    if (watcher != null) {
      watcher.close();
    }
    if (api != null) {
      api.close();
    }
    router.close();
    telegram.close();
  }

  private static Duration toAnswer(Map<String, String> more) {
    String given = more.getOrDefault("UNCONFIRMED_TIMEOUT", TIMEOUT.toSeconds() + "s");
    return Duration.parse("PT" + given);
  }
}
