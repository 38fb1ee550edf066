package io.tapgate.playground.router.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentenceTest {
  private static final int LONG = 1 << 25;

  @ParameterizedTest
  @CsvSource({
    "1, 01",
    "127, 7f",
    "128, 8080",
    "16383, bfff",
    "16384, c04000",
    "2097151, dfffff",
    "2097152, e0200000",
  })
  void a_length_takes_the_shortest_form(int length, String head) throws IOException {
    byte[] bytes = Sentence.of("x".repeat(length)).bytes();

    byte[] front = Arrays.copyOf(bytes, head.length() / 2);
    assertThat(HexFormat.of().formatHex(front)).isEqualTo(head);
    assertThat(bytes).hasSize(head.length() / 2 + length + 1).endsWith(0);
    assertThat(read(bytes).next().orElseThrow().words().getFirst()).hasSize(length);
  }

  @Test
  void the_longest_form_has_a_byte_of_its_own_in_front() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Length.write(0x1000_0000, out);

    assertThat(HexFormat.of().formatHex(out.toByteArray())).isEqualTo("f010000000");
    byte[] small = HexFormat.of().parseHex("f0000000022f6100");
    assertThat(read(small).next()).contains(Sentence.of("/a"));
  }

  @Test
  void a_length_may_come_in_a_longer_form_than_it_needs() throws IOException {
    byte[] bytes = HexFormat.of().parseHex("80022f6100");

    assertThat(read(bytes).next()).contains(Sentence.of("/a"));
  }

  @Test
  void what_was_written_is_read_again() throws IOException {
    Random random = new Random(7);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<Sentence> said = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      Sentence sentence =
          new Sentence(
              random.ints(1 + random.nextInt(8), 1, 300).mapToObj("=é\n="::repeat).toList());
      said.add(sentence);
      out.writeBytes(sentence.bytes());
    }

    SentenceReader reader = read(out.toByteArray());
    for (Sentence sentence : said) {
      assertThat(reader.next()).contains(sentence);
    }
    assertThat(reader.next()).isEmpty();
  }

  @Test
  void an_empty_sentence_is_passed_over() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {0, 0});
    out.writeBytes(Sentence.of("/quit").bytes());

    assertThat(read(out.toByteArray()).next()).contains(Sentence.of("/quit"));
  }

  @Test
  void an_end_in_the_middle_is_not_an_end() {
    byte[] whole = Sentence.of("/login", "=name=x").bytes();
    for (int length = 1; length < whole.length; length++) {
      SentenceReader reader = read(Arrays.copyOf(whole, length));
      assertThatThrownBy(reader::next).isInstanceOf(EOFException.class);
    }
  }

  @Test
  void a_control_byte_is_refused() {
    assertThatThrownBy(read(new byte[] {(byte) 0xF8, 1, 1})::next).isInstanceOf(Garbled.class);
  }

  @Test
  void more_than_allowed_is_refused_until_it_is_allowed() throws IOException {
    byte[] bytes = Sentence.of("/a", "=b=c", "=d=e").bytes();

    assertThatThrownBy(new SentenceReader(in(bytes), 3, 9)::next).isInstanceOf(Garbled.class);
    assertThatThrownBy(new SentenceReader(in(bytes), 9, 2)::next).isInstanceOf(Garbled.class);
    SentenceReader reader = new SentenceReader(in(bytes), 1, 1);
    reader.allow(9, 9);
    assertThat(reader.next()).isPresent();
  }

  @Test
  void a_length_beyond_all_bounds_reserves_no_memory() {
    byte[] bytes = HexFormat.of().parseHex("f0ffffffff");

    assertThatThrownBy(read(bytes)::next)
        .isInstanceOf(Garbled.class)
        .hasMessageContaining("4294967295");
  }

  @Test
  void a_word_of_length_zero_cannot_be_said() {
    assertThatThrownBy(() -> Sentence.of("/a", "")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void bytes_that_are_no_text_do_not_break_reading() throws IOException {
    byte[] bytes = {3, (byte) 0xFF, (byte) 0xC3, 'a', 0};

    Optional<Sentence> sentence = read(bytes).next();

    assertThat(sentence.orElseThrow().words().getFirst())
        .isEqualTo(new String(bytes, 1, 3, StandardCharsets.UTF_8));
  }

  private static SentenceReader read(byte[] bytes) {
    return new SentenceReader(in(bytes), LONG, 64);
  }

  private static ByteArrayInputStream in(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }
}
