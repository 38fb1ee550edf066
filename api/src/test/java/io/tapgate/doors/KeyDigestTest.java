package io.tapgate.doors;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyDigestTest {
  private final KeyDigest digest = KeyDigest.of("hunter2-hunter2-hunter2");

  @Test
  void the_same_key_matches_and_finds_itself_in_a_map() {
    KeyDigest same = KeyDigest.of("hunter2-hunter2-hunter2");
    assertThat(digest.matches(same)).isTrue();
    assertThat(digest).isEqualTo(same).hasSameHashCodeAs(same);
  }

  @Test
  void another_key_does_not() {
    assertThat(digest.matches(KeyDigest.of("hunter2-hunter2-hunter3"))).isFalse();
    assertThat(digest.matches(KeyDigest.of(""))).isFalse();
    assertThat(digest).isNotEqualTo(KeyDigest.of("")).isNotEqualTo("hunter2-hunter2-hunter2");
  }

  @Test
  void its_text_tells_keys_apart_and_shows_none() {
    assertThat(digest).hasToString("key " + digest.toString().substring(4, 12) + "…");
    assertThat(digest.toString())
        .doesNotContain("hunter2")
        .isNotEqualTo(KeyDigest.of("x").toString());
  }
}
