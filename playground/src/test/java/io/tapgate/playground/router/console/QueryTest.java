package io.tapgate.playground.router.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryTest {
  private static final Map<String, String> ITEM =
      Map.of("name", "alice", "mtu", "1450", "uptime", "1h2m3s", "comment", "a=b");

  @ParameterizedTest
  @CsvSource({
    "name, true",
    "address, false",
    "-name, false",
    "-address, true",
    "name=alice, true",
    "=name=alice, true",
    "name=bob, false",
    "name=, false",
    "address=, false",
    "comment=a=b, true",
    "<mtu=1500, true",
    "<mtu=1450, false",
    "<mtu=900, false",
    ">mtu=900, true",
    ">mtu=1450, false",
    ">uptime=59m, true",
    "<uptime=01:02:04, true",
    ">name=adam, true",
    "<address=x, false",
    ">address=x, false",
  })
  void one_word_is_judged_alone(String word, boolean passes) {
    assertThat(passes(word)).isEqualTo(passes);
  }

  @Test
  void no_words_let_everything_pass() {
    assertThat(passes()).isTrue();
  }

  @Test
  void several_words_must_all_be_true() {
    assertThat(passes("name=alice", "mtu=1450")).isTrue();
    assertThat(passes("name=alice", "mtu=1")).isFalse();
    assertThat(passes("mtu=1", "name=alice")).isFalse();
  }

  @Test
  void or_takes_one_of_many() {
    assertThat(passes("name=bob", "name=carol", "name=alice", "#||")).isTrue();
    assertThat(passes("name=bob", "name=carol", "name=dave", "#||")).isFalse();
  }

  @Test
  void not_turns_the_top_around() {
    assertThat(passes("name=bob", "#!")).isTrue();
    assertThat(passes("name=alice", "#!")).isFalse();
  }

  @Test
  void and_takes_two_and_leaves_one() {
    assertThat(passes("name=alice", "mtu=1", "#&!")).isTrue();
    assertThat(passes("name=alice", "mtu=1450", "#&!")).isFalse();
  }

  @Test
  void below_the_stack_lie_trues() {
    assertThat(passes("#|")).isTrue();
    assertThat(passes("name=bob", "#|")).isTrue();
    assertThat(passes("#!")).isFalse();
  }

  @Test
  void a_dot_copies_the_top() {
    assertThat(passes("name=bob", "#.!|")).isTrue();
    assertThat(passes("name=bob", "#.|")).isFalse();
  }

  @Test
  void an_index_with_more_behind_it_copies_that_value() {
    // Stack, from the top: false (mtu), true (name); index 1 is the true one.
    assertThat(passes("name=alice", "mtu=1", "#1|")).isTrue();
    assertThat(passes("name=alice", "mtu=1", "#0|")).isFalse();
    assertThat(passes("name=alice", "mtu=1", "#1.0.&||")).isTrue();
    assertThat(passes("name=alice", "mtu=1", "#0.0.&||")).isTrue();
    assertThat(passes("mtu=1", "name=bob", "#0.0.&||")).isFalse();
  }

  @Test
  void an_index_at_the_end_replaces_everything() {
    assertThat(passes("name=alice", "mtu=1", "#1")).isTrue();
    assertThat(passes("name=alice", "mtu=1", "#0")).isFalse();
    assertThat(passes("name=bob", "mtu=1", "#7")).isTrue();
  }

  @Test
  void an_unknown_operator_is_refused() {
    assertThatThrownBy(() -> passes("#x")).isInstanceOf(Trap.class);
  }

  private static boolean passes(String... words) {
    return new Query(List.of(words)).passes(ITEM);
  }
}
