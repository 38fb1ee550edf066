package io.tapgate.playground.router.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapgate.playground.router.Call;
import io.tapgate.playground.router.PretendRouter;
import io.tapgate.playground.router.RouterSettings;
import io.tapgate.playground.router.device.Account;
import io.tapgate.playground.router.device.RouterWeather;
import io.tapgate.playground.router.device.Session;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import me.legrange.mikrotik.ApiConnection;
import me.legrange.mikrotik.MikrotikApiException;
import me.legrange.mikrotik.ResultListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The Java library me.legrange:mikrotik. The router speaks as 7.12 here: a reply {@code !empty}, as
 * since 7.18, makes this library spin for ever.
 */
class LegrangeWitnessTest {
  private static final int PATIENCE = 10_000;
  private static final String LISTS = "/ip/firewall/address-list";

  private final PretendRouter router =
      PretendRouter.start(RouterSettings.usual().withVersion("7.12"), _ -> {});
  private ApiConnection api;

  @BeforeEach
  void connect() throws MikrotikApiException {
    api = ApiConnection.connect(SocketFactory.getDefault(), "127.0.0.1", router.port(), PATIENCE);
    api.setTimeout(PATIENCE);
  }

  @AfterEach
  void close() throws MikrotikApiException {
    api.close();
    router.close();
  }

  @Test
  void a_wrong_password_is_refused() {
    assertThatThrownBy(() -> api.login("tapgate", "wrong"))
        .hasMessageContaining("invalid user name or password");
  }

  @Test
  void it_reads_adds_and_removes() throws MikrotikApiException {
    api.login("tapgate", "tapgate");

    assertThat(rows("/system/identity/print")).containsExactly(Map.of("name", "pretend"));
    assertThat(rows(LISTS + "/print")).isEmpty();
    List<Map<String, String>> added =
        rows(LISTS + "/add list=PERMIT address=10.8.0.2 timeout=15m comment=\"a tap\"");
    assertThat(added).containsExactly(Map.of("ret", "*1"));
    assertThatThrownBy(() -> api.execute(LISTS + "/add list=PERMIT address=10.8.0.2"))
        .hasMessageContaining("already have such entry");
    assertThat(rows(LISTS + "/print where list=PERMIT and address=10.8.0.2"))
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("comment", "a tap"));
    assertThat(rows(LISTS + "/print where list=DENY or list=PERMIT return address"))
        .containsExactly(Map.of("address", "10.8.0.2"));
    assertThat(rows(LISTS + "/print where not (list=PERMIT)")).isEmpty();
    api.execute(LISTS + "/remove .id=*1");
    assertThat(router.view().entries()).isEmpty();
  }

  @Test
  void it_drops_a_session() throws MikrotikApiException {
    api.login("tapgate", "tapgate");
    Session session =
        router.dial(Call.of(Account.of("alice", 7), "203.0.113.7").quietly()).session();

    String id = api.execute("/ppp/active/print where name=alice return .id").getFirst().get(".id");
    api.execute("/ppp/active/remove .id=" + id);

    assertThat(id).isEqualTo(session.id());
    assertThat(router.view().sessions()).isEmpty();
  }

  @Test
  void it_is_told_of_a_trap_and_waits_for_a_slow_router() throws MikrotikApiException {
    api.login("tapgate", "tapgate");
    router.dial(Call.of(Account.of("alice", 7), "203.0.113.7").quietly());

    router.weather(new RouterWeather.Trapping(RouterWeather.Trapping.NO_PERMISSION));
    assertThatThrownBy(() -> api.execute("/ppp/active/print"))
        .hasMessageContaining("not enough permissions");
    router.weather(new RouterWeather.Slow(Duration.ofMillis(300)));
    assertThat(rows("/ppp/active/print return name")).containsExactly(Map.of("name", "alice"));
  }

  @Test
  void it_is_refused_where_nobody_is_let_in() {
    router.weather(new RouterWeather.Refusing());
    assertThatThrownBy(() -> api.login("tapgate", "tapgate"))
        .isInstanceOf(MikrotikApiException.class);
  }

  @Test
  void it_listens_and_cancels() throws MikrotikApiException, InterruptedException {
    api.login("tapgate", "tapgate");
    Heard heard = new Heard();

    String tag = api.execute("/ppp/active/listen return name", heard);
    router.await(
        _ ->
            router.commands().stream()
                .anyMatch(command -> command.words().contains("/ppp/active/listen")),
        Duration.ofMillis(PATIENCE));
    router.dial(Call.of(Account.of("alice", 7), "203.0.113.7").quietly());

    assertThat(heard.rows.poll(PATIENCE, TimeUnit.MILLISECONDS)).isEqualTo(Map.of("name", "alice"));
    api.cancel(tag);
    assertThat(heard.errors.poll(PATIENCE, TimeUnit.MILLISECONDS)).isEqualTo("interrupted");
  }

  /** The library's maps equal nothing but themselves. */
  private List<Map<String, String>> rows(String command) throws MikrotikApiException {
    return api.execute(command).stream().map(Map::copyOf).toList();
  }

  private static final class Heard implements ResultListener {
    private final BlockingQueue<Map<String, String>> rows = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> errors = new LinkedBlockingQueue<>();

    @Override
    public void receive(Map<String, String> row) {
      rows.add(Map.copyOf(row));
    }

    @Override
    public void error(MikrotikApiException trouble) {
      errors.add(String.valueOf(trouble.getMessage()));
    }

    @Override
    public void completed() {
      // What is wanted of the end shows in the error.
    }
  }
}
