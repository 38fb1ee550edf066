package io.tapgate.router.routeros;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;

/**
 * Words on the wire: a length of one to five bytes, then that many bytes. A word of length nought
 * ends the sentence. Since the length comes first, a word may hold anything: newlines, {@code =},
 * {@code !}.
 */
final class Wire {
  static final int LONGEST_WORD = 1 << 20;
  static final int LONGEST_SENTENCE = 4 << 20;
  private static final int MOST_WORDS = 4096;

  private Wire() {}

  static void write(OutputStream out, List<String> words) throws IOException {
    for (String word : words) {
      byte[] bytes = word.getBytes(UTF_8);
      out.write(length(bytes.length));
      out.write(bytes);
    }
    out.write(0);
  }

  /** The next sentence that has words in it. Throws {@link EOFException} when there is none. */
  static List<String> read(InputStream in) throws IOException {
    List<String> words = new ArrayList<>();
    int size = 0;
    while (true) {
      int length = readLength(in, words.isEmpty());
      if (length > 0) {
        size += length;
        bound(words.size(), size);
        words.add(text(exactly(in, length)));
      } else if (!words.isEmpty()) {
        return words;
      }
    }
  }

  /** The five forms. A control byte (0xF8 and above) means a protocol that we do not speak. */
  private static int readLength(InputStream in, boolean atStart) throws IOException {
    int first = in.read();
    if (first < 0) {
      throw new EOFException(atStart ? "it hung up" : "it hung up in mid-sentence");
    }
    if (first < 0x80) {
      return first;
    } else if (first < 0xC0) {
      return more(in, first & 0x3F, 1);
    } else if (first < 0xE0) {
      return more(in, first & 0x1F, 2);
    } else if (first < 0xF0) {
      return more(in, first & 0x0F, 3);
    } else if (first == 0xF0) {
      return more(in, 0, 4);
    }
    throw new ProtocolException("it sent the reserved control byte " + first);
  }

  private static int more(InputStream in, int high, int bytes) throws IOException {
    long length = high;
    for (byte next : exactly(in, bytes)) {
      length = length << 8 | (next & 0xff);
    }
    if (length > LONGEST_WORD) {
      throw new ProtocolException("it sent a word of " + length + " bytes");
    }
    return (int) length;
  }

  private static void bound(int words, int size) throws ProtocolException {
    if (words >= MOST_WORDS || size > LONGEST_SENTENCE) {
      throw new ProtocolException("it sent a sentence without end");
    }
  }

  private static byte[] exactly(InputStream in, int count) throws IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw new EOFException("it hung up in mid-sentence");
    }
    return bytes;
  }

  /**
   * Text that is no UTF-8 becomes one character for each byte: two different names must never look
   * alike, as they would with a replacement character.
   */
  private static String text(byte[] bytes) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException _) {
      return new String(bytes, ISO_8859_1);
    }
  }

  /** Our own words are short, but the five forms are five. */
  static byte[] length(int length) {
    if (length < 0x80) {
      return form(0, length, 1);
    } else if (length < 0x4000) {
      return form(0x80, length, 2);
    } else if (length < 0x200000) {
      return form(0xC0, length, 3);
    } else if (length < 0x10000000) {
      return form(0xE0, length, 4);
    }
    return form(0xF0, length, 5);
  }

  private static byte[] form(int mark, int length, int bytes) {
    byte[] form = new byte[bytes];
    for (int at = bytes - 1, rest = length; at >= 0; at--, rest >>>= 8) {
      form[at] = (byte) rest;
    }
    form[0] |= (byte) mark;
    return form;
  }
}
