package io.tapgate.stories.referee;

import io.tapgate.playground.router.device.Entry;

/** An entry of a list, while it stood there and was not disabled. */
record Standing(Entry entry, Span span) {
  boolean isIn(String list) {
    return entry.list().equals(list);
  }
}
