package io.tapgate.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.playground.router.Call;
import io.tapgate.playground.router.Dialled;
import io.tapgate.playground.router.PretendRouter;
import io.tapgate.playground.router.RouterSettings;
import io.tapgate.playground.router.device.Session;
import io.tapgate.playground.telegram.Group;
import io.tapgate.playground.telegram.PretendTelegram;
import io.tapgate.playground.telegram.TelegramSettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * What a test finds when it comes in: a router, a Telegram, the doors, and a clock it can push on.
 * One house serves all tests; each brings people of its own, so nobody cleans up.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class House {
  protected static final String HOOK = "hook-token-of-the-house";
  protected static final String WATCHER = "watcher-token-of-the-house";
  protected static final String ADMIN = "admin-token-of-the-house";
  protected static final String METRICS = "metrics-token-of-the-house";
  protected static final long ADMIN_CHAT = 900;
  protected static final long GROUP = -100_900;
  protected static final Duration TIMEOUT = Duration.ofMinutes(5);

  protected static final PretendTelegram telegram =
      PretendTelegram.start(
          TelegramSettings.of("123456:telegram-token-of-the-house")
              .groups(new Group(GROUP, "The family", List.of())));
  protected static final PretendRouter router =
      PretendRouter.start(
          RouterSettings.usual()
              .withHooks(URI.create("http://127.0.0.1:1"), HOOK)
              .withClock(PretendTime::now));

  private static final AtomicInteger people = new AtomicInteger();
  private static final AtomicInteger missed = new AtomicInteger();

  @LocalServerPort private int port;
  @Autowired protected JdbcClient database;

  protected Doors doors;
  protected PretendTime time;

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry settings) {
    settings.add("HOOK_TOKEN", () -> HOOK);
    settings.add("WATCHER_TOKEN", () -> WATCHER);
    settings.add("ADMIN_TOKEN", () -> ADMIN);
    settings.add("METRICS_TOKEN", () -> METRICS);
    settings.add("TAPGATE_KEY", () -> "0f".repeat(32));
    settings.add("DATABASE_URL", Database::fresh);
    settings.add("ROUTER_HOST", () -> "127.0.0.1");
    settings.add("ROUTER_NAME", () -> "office");
    settings.add("ROUTER_PORT", router::port);
    settings.add("ROUTER_USERNAME", () -> "tapgate");
    settings.add("ROUTER_PASSWORD", () -> "tapgate");
    settings.add("ROUTER_TLS", () -> "off");
    settings.add("DENY_LIST", () -> "DENY");
    settings.add("PERMIT_LIST", () -> "PERMIT");
    settings.add("PERMANENT_BAN_LIST", () -> "BAN");
    settings.add("NEVER_BAN", () -> "192.0.2.0/24");
    settings.add("TELEGRAM_TOKEN", () -> "123456:telegram-token-of-the-house");
    settings.add("TELEGRAM_API_URL", telegram::url);
    settings.add("TELEGRAM_NETWORKS_URL", () -> "none");
    settings.add("ADMIN_CHATS", () -> ADMIN_CHAT);
    settings.add("UNCONFIRMED_TIMEOUT", () -> "5m");
    // How fast Telegram may be spoken to is not what is tried here, and one house serves everybody.
    settings.add("tapgate.chat.pace.a-second", () -> "1000");
    settings.add("tapgate.chat.pace.chat-rest", () -> "10ms");
    settings.add("tapgate.chat.pace.group-rest", () -> "10ms");
  }

  @BeforeEach
  void enter() {
    doors = new Doors(port);
    time = new PretendTime(database);
    router.reportTo(URI.create("http://127.0.0.1:" + port));
    telegram.join(new io.tapgate.playground.telegram.Person(ADMIN_CHAT, "Admin", "en"));
  }

  @AfterEach
  void leave() {
    router.on();
    telegram.on();
  }

  /** Somebody new, with an account, a phone and an address to call from. */
  protected Client somebody() {
    return somebody("en");
  }

  protected Client somebody(String language) {
    int number = people.incrementAndGet();
    return new Client(number, language, telegram, router, doors);
  }

  /** The same at another router. */
  protected Client somebodyAt(PretendRouter other) {
    return new Client(people.incrementAndGet(), "en", telegram, other, doors);
  }

  /** Connections that nobody answers, one after the other. */
  protected void missed(Client client, int times) {
    for (int i = 0; i < times; i++) {
      int known = client.told().size();
      // Each on an address of its own: the late down of one must not end the next.
      String address = "10.8.200." + missed.incrementAndGet();
      client.connects(Call.of(client.account(), client.caller).at(address));
      client.question();
      time.passes(TIMEOUT);
      telegram.await(_ -> client.told().size() >= known + 2, Duration.ofSeconds(15));
      assertThat(client.told()).hasSize(known + 2);
    }
  }

  protected static void joined(Session session) {
    assertThat(router.view().sessionOn(session.address())).contains(session);
  }

  protected static Session up(Dialled dialled) {
    Session session = dialled.session();
    joined(session);
    return session;
  }
}
