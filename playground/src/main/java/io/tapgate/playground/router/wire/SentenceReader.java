package io.tapgate.playground.router.wire;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads sentences, one after the other. For one thread. */
public final class SentenceReader {
  private final DataInputStream in;
  private int longestWord;
  private int mostWords;

  /** Takes words up to this long and sentences up to this many words; beyond it is garbled. */
  public SentenceReader(InputStream in, int longestWord, int mostWords) {
    this.in = new DataInputStream(new BufferedInputStream(in));
    this.longestWord = longestWord;
    this.mostWords = mostWords;
  }

  /** From now on longer words and sentences are taken. */
  public void allow(int longerWord, int moreWords) {
    this.longestWord = longerWord;
    this.mostWords = moreWords;
  }

  /**
   * The next sentence that has words; empty when the other side has closed between two sentences.
   * Throws EOFException when it closed in the middle of one.
   */
  public Optional<Sentence> next() throws IOException {
    List<String> words = new ArrayList<>();
    while (true) {
      int first = in.read();
      if (first < 0 && words.isEmpty()) {
        return Optional.empty();
      }
      int length = Length.read(first < 0 ? in.readUnsignedByte() : first, in);
      if (length != 0) {
        words.add(word(length, words.size()));
      } else if (!words.isEmpty()) {
        return Optional.of(new Sentence(words));
      }
    }
  }

  private String word(int length, int before) throws IOException {
    if (length < 0 || length > longestWord) {
      throw new Garbled("a word of " + Integer.toUnsignedString(length) + " bytes");
    }
    if (before >= mostWords) {
      throw new Garbled("a sentence of more than " + mostWords + " words");
    }
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
