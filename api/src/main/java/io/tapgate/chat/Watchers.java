package io.tapgate.chat;

import java.util.Optional;

/** The watcher that reads Telegram, as it sees itself. */
public interface Watchers {

  /** The one that reads said this of itself, just now; empty: all is well. */
  void says(Optional<String> trouble);

  /** What the one that reads said last. */
  Optional<String> trouble();
}
