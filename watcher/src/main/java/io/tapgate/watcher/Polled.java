package io.tapgate.watcher;

import java.time.Duration;
import java.util.List;

/** How a poll ended. */
sealed interface Polled {

  /** What people did since; empty when nobody did anything. */
  record Batch(List<Heard> updates) implements Polled {}

  /** The bot's token is not accepted: a person must mend it. */
  record TokenRefused() implements Polled {}

  /** A webhook is set for this bot, so nobody may poll: a person must take it away. */
  record Webhook() implements Polled {}

  /** Somebody else polls with the same token. */
  record OtherReader() implements Polled {}

  /** Too fast: not before this pause. */
  record SlowDown(Duration pause) implements Polled {}

  /** No usable answer. */
  record Silent(String why) implements Polled {}

  /** We ended it ourselves. */
  record Cancelled() implements Polled {}
}
