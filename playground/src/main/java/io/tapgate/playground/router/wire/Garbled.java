package io.tapgate.playground.router.wire;

import java.io.IOException;

/** What came in is not the protocol, or is more than we take. The reader has lost its place. */
public final class Garbled extends IOException {
  Garbled(String message) {
    super(message);
  }
}
