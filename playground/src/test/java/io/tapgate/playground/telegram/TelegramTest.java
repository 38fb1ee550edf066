package io.tapgate.playground.telegram;

import io.tapgate.playground.time.HandClock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** A Telegram with three people and a group, and its bot. */
abstract class TelegramTest {
  static final String TOKEN = "4711:playground-secret";
  static final long ALICE = 5_000_000_001L;
  static final long BORIS = 5_000_000_002L;
  static final long NEWCOMER = 5_000_000_003L;
  static final long OFFICE = -1001L;

  final HandClock clock = new HandClock();
  final PretendTelegram telegram =
      PretendTelegram.start(
          TelegramSettings.of(TOKEN)
              .clock(clock)
              .people(
                  new Person(ALICE, "Alice", "en"),
                  new Person(BORIS, "Борис", "ru"),
                  new Person(NEWCOMER, "Nina", null).whoNeverStarted())
              .groups(new Group(OFFICE, "Office", List.of(ALICE, BORIS))));
  final Bot bot = new Bot(telegram, TOKEN);

  @AfterEach
  void close() {
    telegram.close();
  }
}
