package io.tapgate.playground.router.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is written down on a router, as its export shows it. */
class ExportTest {
  private static final String FILTER = "/ip/firewall/filter";

  private final List<Edit> edits = new ArrayList<>();
  private final Configuration router = new Configuration(edits::add, _ -> {});

  @Test
  void what_is_there_from_the_beginning_is_announced_to_nobody() {
    assertThat(edits).isEmpty();
    assertThat(router.shelf("/user").where("name", "admin")).isPresent();
  }

  @Test
  void only_what_differs_from_the_usual_is_shown_and_in_its_order() {
    Shipped.onto(router);

    assertThat(router.export())
        .contains(
            """
            /ip firewall filter
            add chain=input comment="defconf: accept established,related,untracked" \
            connection-state=established,related,untracked
            """)
        .contains(
            "add action=fasttrack-connection chain=forward comment=\"defconf: fasttrack\""
                + " connection-state=established,related hw-offload=yes\n");
  }

  @Test
  void what_is_added_and_taken_away_again_leaves_no_trace() {
    Shipped.onto(router);
    String before = router.export();
    Shelf filter = router.shelf(FILTER);

    Item first = filter.all().getFirst();
    Item rule =
        filter.add(Map.of("chain", "input", "action", "drop"), Optional.of(first)).orElseThrow();
    assertThat(filter.all().getFirst()).isEqualTo(rule);
    assertThat(router.export()).isNotEqualTo(before);
    filter.remove(rule);

    assertThat(router.export()).isEqualTo(before);
  }

  @Test
  void what_is_said_as_it_is_already_is_no_change() {
    Item user = router.shelf("/user").where("name", "admin").orElseThrow();
    edits.clear();

    assertThat(router.shelf("/user").change(user, Map.of("group", "full"))).isTrue();
    assertThat(edits).isEmpty();
    assertThat(router.shelf("/user").change(user, Map.of("comment", "me"))).isTrue();
    assertThat(edits).hasSize(1);
  }

  @Test
  void a_name_is_given_once() {
    assertThat(
            router.shelf("/user").add(Map.of("name", "admin", "group", "read"), Optional.empty()))
        .isEmpty();
  }

  @Test
  void a_rule_is_moved_before_another_or_to_the_end() {
    Shelf filter = router.shelf(FILTER);
    Item one = router.add(FILTER, "chain=input comment=one");
    Item two = router.add(FILTER, "chain=input comment=two");
    Item three = router.add(FILTER, "chain=input comment=three");

    filter.move(three, Optional.of(one));
    assertThat(filter.all()).containsExactly(three, one, two);
    filter.move(three, Optional.empty());
    assertThat(filter.all()).containsExactly(one, two, three);
    filter.move(two, Optional.of(two));
    assertThat(filter.all()).containsExactly(one, two, three);
  }

  @Test
  void quotes_and_dollars_are_typed_so_that_they_mean_themselves() {
    router
        .shelf("/ppp/profile")
        .add(Map.of("name", "vpn", "on-up", ":put \"$user\""), Optional.empty());

    assertThat(router.export()).contains("add name=vpn on-up=\":put \\\"\\$user\\\"\"\n");
  }
}
