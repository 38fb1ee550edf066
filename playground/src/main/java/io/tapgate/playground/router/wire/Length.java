package io.tapgate.playground.router.wire;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;

/**
 * How long a word is, in front of the word: one to five bytes, the highest bits of the first one
 * telling how many follow.
 */
final class Length {
  private static final int CONTROL = 0xF8;

  private Length() {}

  static void write(int length, ByteArrayOutputStream out) {
    if (length < 0x80) {
      tail(length, 1, out);
    } else if (length < 0x4000) {
      tail(length | 0x8000, 2, out);
    } else if (length < 0x20_0000) {
      tail(length | 0xC0_0000, 3, out);
    } else if (length < 0x1000_0000) {
      tail(length | 0xE000_0000, 4, out);
    } else {
      out.write(0xF0);
      tail(length, 4, out);
    }
  }

  /** Reads a length; what does not fit in an int comes back as a negative number. */
  static int read(int first, DataInputStream in) throws IOException {
    if (first < 0x80) {
      return first;
    }
    if (first < 0xC0) {
      return more(first & 0x3F, 1, in);
    }
    if (first < 0xE0) {
      return more(first & 0x1F, 2, in);
    }
    if (first < 0xF0) {
      return more(first & 0x0F, 3, in);
    }
    if (first < CONTROL) {
      return more(0, 4, in);
    }
    throw new Garbled("control byte 0x" + Integer.toHexString(first));
  }

  private static int more(int head, int bytes, DataInputStream in) throws IOException {
    int length = head;
    for (int i = 0; i < bytes; i++) {
      length = length << 8 | in.readUnsignedByte();
    }
    return length;
  }

  private static void tail(int value, int bytes, ByteArrayOutputStream out) {
    for (int shift = (bytes - 1) * 8; shift >= 0; shift -= 8) {
      out.write(value >>> shift);
    }
  }
}
