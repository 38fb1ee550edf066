package io.tapgate.playground.router.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** What one side says at once: a few words, never an empty one among them. */
public record Sentence(List<String> words) {
  public Sentence {
    words = List.copyOf(words);
    if (words.stream().anyMatch(String::isEmpty)) {
      throw new IllegalArgumentException("an empty word would end the sentence early");
    }
  }

  public static Sentence of(String... words) {
    return new Sentence(List.of(words));
  }

  /** The whole sentence with its end, to be written in one piece. */
  public byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (String word : words) {
      byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
      Length.write(bytes.length, out);
      out.writeBytes(bytes);
    }
    out.write(0);
    return out.toByteArray();
  }

  /**
   * The sentence up to the middle of its last word, and no end: what is left of one that is cut.
   */
  public byte[] half() {
    int lost = words.getLast().getBytes(StandardCharsets.UTF_8).length / 2 + 1;
    byte[] whole = bytes();
    return Arrays.copyOf(whole, whole.length - lost);
  }
}
