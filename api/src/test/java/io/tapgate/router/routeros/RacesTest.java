package io.tapgate.router.routeros;

import static io.tapgate.router.routeros.ScriptedRouter.Caller.tag;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapgate.address.CallerAddress;
import io.tapgate.address.TunnelAddress;
import io.tapgate.connection.SessionId;
import io.tapgate.router.Router;
import io.tapgate.router.RouterDoor;
import io.tapgate.router.RouterTrouble;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a router shows to one who came a moment too late; and how often it is troubled at all. */
@Timeout(60)
class RacesTest {
  private static final TunnelAddress ADDRESS = TunnelAddress.parse("10.8.0.5");
  private static final Duration LEASE = Duration.ofMinutes(15);
  private static final Said NONE = said();
  private static final Said LEASED = entry("*7", "PERMIT", "=timeout=15m", "=comment=tapgate");
  private static final Said DENIED = entry("*3", "DENY", "=comment=tapgate");
  private static final Said GONE = said("!trap", "=category=0", "=message=no such item");
  private static final Said TWIN = said("!trap", "=message=failure: already have such entry");

  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

  @Test
  void a_permit_takes_one_reading_and_one_round_that_reads_back() {
    try (var router = flights(List.of(DENIED), List.of(NONE, NONE, LEASED));
        RouterDoor door = open(router)) {
      door.permit(ADDRESS, LEASE);
      assertThat(heard).containsExactly("print", "remove", "add", "print");
    }
  }

  @Test
  void a_look_is_one_flight() {
    Said session =
        said("!re", "=session-id=0x81", "=name=alice", "=address=10.8.0.5", "=uptime=1m2s");
    try (var router = flights(List.of(session, DENIED));
        RouterDoor door = open(router)) {
      assertThat(door.look(ADDRESS).sessions().getFirst().id()).isEqualTo(new SessionId("0x81"));
      assertThat(heard).hasSize(2);
    }
  }

  @Test
  void an_address_denied_already_costs_two_readings() {
    try (var router = flights(List.of(DENIED), List.of(NONE));
        RouterDoor door = open(router)) {
      door.deny(ADDRESS);
      assertThat(heard).containsExactly("print", "print");
    }
  }

  @Test
  void an_entry_that_appears_before_ours_is_added_is_renewed() {
    Said older = entry("*7", "PERMIT", "=timeout=1m", "=comment=tapgate");
    try (var router = flights(List.of(NONE), List.of(TWIN, older), List.of(NONE, LEASED));
        RouterDoor door = open(router)) {
      door.permit(ADDRESS, LEASE);
      assertThat(heard).containsExactly("print", "add", "print", "set", "print");
    }
  }

  @Test
  void an_entry_that_ends_before_it_is_renewed_is_added_again() {
    try (var router = flights(List.of(LEASED), List.of(GONE, NONE), List.of(NONE, LEASED));
        RouterDoor door = open(router)) {
      door.permit(ADDRESS, LEASE);
      assertThat(heard).containsExactly("print", "set", "print", "add", "print");
    }
  }

  @Test
  void a_reading_taken_before_the_entry_ended_does_not_pass_for_a_lease() {
    try (var router =
            flights(
                List.of(LEASED),
                List.of(GONE, LEASED),
                List.of(GONE, NONE),
                List.of(NONE, LEASED));
        RouterDoor door = open(router)) {
      door.permit(ADDRESS, LEASE);
      assertThat(heard).endsWith("add", "print");
    }
  }

  @Test
  void a_denial_that_cannot_be_removed_is_no_permit() {
    Said forbidden = said("!trap", "=message=not enough permissions (9)");
    try (var router = flights(List.of(DENIED), List.of(forbidden, NONE, LEASED));
        RouterDoor door = open(router)) {
      assertThatThrownBy(() -> door.permit(ADDRESS, LEASE))
          .isInstanceOf(RouterTrouble.Refused.class)
          .hasMessageContaining("policies");
    }
  }

  @Test
  void a_denial_that_stays_although_it_was_removed_is_no_permit() {
    List<Said> stubborn = List.of(NONE, NONE, DENIED);
    try (var router =
            flights(List.of(DENIED), stubborn, stubborn, stubborn, stubborn, stubborn, stubborn);
        RouterDoor door = open(router)) {
      assertThatThrownBy(() -> door.permit(ADDRESS, LEASE))
          .isInstanceOf(RouterTrouble.Refused.class)
          .hasMessageContaining("10.8.0.5");
    }
  }

  @Test
  void a_read_back_that_is_cut_is_no_permit() {
    try (var router = flights(List.of(DENIED));
        RouterDoor door = open(router)) {
      assertThatThrownBy(() -> door.permit(ADDRESS, LEASE))
          .isInstanceOf(RouterTrouble.Silent.class);
      assertThat(door.isOpen()).isFalse();
    }
  }

  @Test
  void a_session_that_ends_before_it_is_dropped_counts_as_dropped() {
    Said up = said("!re", "=.id=*4", "=session-id=0x81");
    try (var router = flights(List.of(up), List.of(GONE, NONE));
        RouterDoor door = open(router)) {
      door.drop(new SessionId("0x81"));
      assertThat(heard).containsExactly("print", "remove", "print");
    }
  }

  @Test
  void a_session_is_dropped_however_its_id_is_spelt() {
    Said up = said("!re", "=.id=*4", "=session-id=0x81A00001");
    try (var router = flights(List.of(up), List.of(NONE, NONE));
        RouterDoor door = open(router)) {
      door.drop(new SessionId("0x81a00001"));
      assertThat(heard).containsExactly("print", "remove", "print");
    }
  }

  @Test
  void a_session_that_will_not_go_is_not_dropped() {
    Said up = said("!re", "=.id=*4", "=session-id=0x81");
    List<Said> still = List.of(NONE, up);
    try (var router = flights(List.of(up), still, still, still, still);
        RouterDoor door = open(router)) {
      assertThatThrownBy(() -> door.drop(new SessionId("0x81")))
          .isInstanceOf(RouterTrouble.Refused.class)
          .hasMessageContaining("0x81");
    }
  }

  @Test
  void a_connection_gone_meanwhile_counts_as_cut_and_a_new_one_is_left_to_the_lists() {
    Said old = said("!re", "=.id=*A", "=src-address=10.8.0.5:1000", "=dst-address=10.0.0.1:53");
    Said fresh = said("!re", "=.id=*B", "=src-address=10.8.0.5:1001", "=dst-address=10.0.0.1:53");
    try (var router = flights(List.of(NONE), List.of(old), List.of(GONE, fresh));
        RouterDoor door = open(router)) {
      door.clear(ADDRESS);
      assertThat(heard).containsExactly("print", "print", "remove", "print");
    }
  }

  @Test
  void a_connection_towards_the_address_is_cut_too() {
    Said inwards =
        said("!re", "=.id=*A", "=src-address=192.168.88.9:40000", "=reply-src-address=10.8.0.5:22");
    try (var router = flights(List.of(NONE), List.of(inwards), List.of(NONE, NONE));
        RouterDoor door = open(router)) {
      door.clear(ADDRESS);
      assertThat(heard).containsExactly("print", "print", "remove", "print");
    }
  }

  @Test
  void a_row_without_what_we_need_is_no_reading() {
    Said nameless = said("!re", "=name=alice", "=address=10.8.0.5");
    try (var router = flights(List.of(nameless, NONE));
        RouterDoor door = open(router)) {
      assertThatThrownBy(() -> door.look(ADDRESS))
          .isInstanceOf(RouterTrouble.Refused.class)
          .hasMessageContaining("session-id");
    }
  }

  @Test
  void a_span_of_nothing_is_refused_before_a_byte_is_sent() {
    CallerAddress caller = CallerAddress.parse("203.0.113.7");
    try (var router = flights(List.of(NONE));
        RouterDoor door = open(router)) {
      assertThatThrownBy(() -> door.ban(caller, Optional.of(Duration.ZERO)))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> door.permit(ADDRESS, Duration.ofSeconds(-1)))
          .isInstanceOf(IllegalArgumentException.class);
      door.pardon(caller);
      assertThat(heard).containsExactly("print");
    }
  }

  private static RouterDoor open(ScriptedRouter router) {
    Router plain = router.plain();
    return new RouterosDoors().open(plain);
  }

  private static Said entry(String id, String list, String... more) {
    List<String> words = new ArrayList<>(List.of("!re", "=.id=" + id, "=list=" + list));
    words.add("=address=10.8.0.5");
    words.addAll(List.of(more));
    return new Said(words);
  }

  /**
   * Each flight is what comes together: the router hears as many commands as it has replies, and
   * only then gives them, in order. After the last flight it hangs up.
   */
  @SafeVarargs
  private final ScriptedRouter flights(List<Said>... flights) {
    return ScriptedRouter.afterLogin(caller -> {
      for (List<Said> flight : flights) {
        List<String> tags = new ArrayList<>();
        for (int i = 0; i < flight.size(); i++) {
          tags.add(hear(caller));
        }
        for (int i = 0; i < flight.size(); i++) {
          reply(caller, tags.get(i), flight.get(i));
        }
      }
    });
  }

  private String hear(ScriptedRouter.Caller caller) throws IOException {
    List<String> words = caller.hears();
    String command = words.isEmpty() ? "" : words.getFirst();
    heard.add(command.substring(command.lastIndexOf('/') + 1));
    return tag(words);
  }

  private static void reply(ScriptedRouter.Caller caller, String tag, Said said)
      throws IOException {
    if (!said.words().isEmpty()) {
      List<String> tagged = new ArrayList<>(said.words());
      tagged.add(1, tag);
      caller.says(tagged.toArray(String[]::new));
    }
    caller.says("!done", tag);
  }

  private static Said said(String... words) {
    return new Said(List.of(words));
  }

  /** What the router says to one command before its {@code !done}. */
  private record Said(List<String> words) {}
}
