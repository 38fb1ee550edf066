package io.tapgate.router.routeros;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireTest {

  @ParameterizedTest
  @CsvSource({
    "0x01, 01",
    "0x7F, 7F",
    "0x80, 8080",
    "0x3FFF, BFFF",
    "0x4000, C04000",
    "0x1FFFFF, DFFFFF",
    "0x200000, E0200000",
    "0xFFFFFFF, EFFFFFFF",
    "0x10000000, F010000000"
  })
  void a_length_has_five_forms(String length, String form) {
    assertThat(Wire.length(Integer.decode(length))).isEqualTo(HexFormat.of().parseHex(form));
  }

  @ParameterizedTest
  @ValueSource(strings = {"03", "8003", "C00003", "E0000003", "F000000003"})
  void each_form_is_read_also_where_a_shorter_one_would_do(String form) throws IOException {
    assertThat(Wire.read(bytes(form + hex("abc") + "00"))).containsExactly("abc");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 0x7F, 0x80, 0x3FFF, 0x4000, 200_000, 0x100000})
  void a_word_of_any_size_comes_back_as_it_went(int size) throws IOException {
    String word = "=".repeat(size);
    assertThat(Wire.read(written(List.of(word, "end")))).containsExactly(word, "end");
  }

  @Test
  void newlines_equal_signs_and_marks_inside_words_are_only_text() throws IOException {
    List<String> words = List.of("!re", "=comment=a\n=profile=vip\r\n!done\n.tag=1", "=x==", "\0");
    assertThat(Wire.read(written(words))).isEqualTo(words);
  }

  @Test
  void every_character_survives() throws IOException {
    List<String> words = List.of("=name=Зоя 王 🛡️ ß");
    assertThat(Wire.read(written(words))).isEqualTo(words);
  }

  @Test
  void two_names_that_are_no_utf8_never_look_alike() throws IOException {
    assertThat(Wire.read(bytes("02FFFE00"))).isNotEqualTo(Wire.read(bytes("02FFFD00")));
  }

  @Test
  void empty_sentences_are_passed_over() throws IOException {
    assertThat(Wire.read(bytes("0000" + "01" + hex("x") + "00"))).containsExactly("x");
  }

  @Test
  void sentences_follow_each_other() throws IOException {
    ByteArrayInputStream in = bytes("01" + hex("a") + "00" + "01" + hex("b") + "00");
    assertThat(Wire.read(in)).containsExactly("a");
    assertThat(Wire.read(in)).containsExactly("b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"F1", "F8", "FF"})
  void a_reserved_control_byte_is_nonsense(String first) {
    assertThatThrownBy(() -> Wire.read(bytes(first + "00000001")))
        .isInstanceOf(ProtocolException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"D00001", "E0200000", "F07FFFFFFF", "F0FFFFFFFF"})
  void a_word_too_long_is_nonsense_and_not_waited_for(String length) {
    assertThatThrownBy(() -> Wire.read(bytes(length)))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("bytes");
  }

  @Test
  void a_sentence_without_end_is_nonsense() {
    byte[] endless = new byte[100_000];
    Arrays.fill(endless, (byte) 1);
    assertThatThrownBy(() -> Wire.read(new ByteArrayInputStream(endless)))
        .isInstanceOf(ProtocolException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"05", "0561", "8", "C000", "0161", "01610361"})
  void a_cut_sentence_is_none(String start) {
    String even = start.length() % 2 == 0 ? start : start + "0";
    assertThatThrownBy(() -> Wire.read(bytes(even)))
        .isInstanceOf(EOFException.class)
        .hasMessageContaining("mid-sentence");
  }

  @Test
  void the_end_between_sentences_is_a_plain_hang_up() {
    assertThatThrownBy(() -> Wire.read(bytes(""))).hasMessage("it hung up");
  }

  private static ByteArrayInputStream written(List<String> words) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Wire.write(out, words);
    return new ByteArrayInputStream(out.toByteArray());
  }

  private static ByteArrayInputStream bytes(String hex) {
    return new ByteArrayInputStream(HexFormat.of().parseHex(hex));
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
  }
}
