package io.tapgate.chat.jdbc;

import io.tapgate.client.ChatId;
import java.time.Duration;
import java.util.Collection;

/** Putting off what did not work: twice as long each time, up to a limit. */
final class Later {
  static final String TELL_LATER =
      "attempts = attempts + 1, tell_at = tapgate_now()"
          + " + make_interval(secs => least(:first * power(2, least(attempts, 10)), :most))";

  private Later() {}

  static Long[] numbers(Collection<ChatId> chats) {
    return chats.stream().map(ChatId::value).toArray(Long[]::new);
  }

  static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
