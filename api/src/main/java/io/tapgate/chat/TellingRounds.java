package io.tapgate.chat;

import io.tapgate.client.ChatId;
import io.tapgate.connection.ConnectionId;
import io.tapgate.driving.Claim;
import io.tapgate.driving.Driver;
import io.tapgate.driving.Held;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * The rounds of the bot's driver: everything due is started side by side, one thing at a time in
 * each chat, so that its messages stay in order. A round waits for nothing.
 */
final class TellingRounds implements Driver.Round {
  private static final Logger log = LoggerFactory.getLogger(TellingRounds.class);
  private static final int SIDE_BY_SIDE = 32;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final Questions questions;
  private final Notices notices;
  private final Telling telling;
  private final Reachability condition;
  private final InstantSource clock;
  private final Runnable wake;
  private final Set<ChatId> busy = ConcurrentHashMap.newKeySet();
  private volatile Instant notBefore = Instant.MIN;

  TellingRounds(
      Questions questions,
      Notices notices,
      Telling telling,
      Reachability condition,
      InstantSource clock,
      Runnable wake) {
    this.questions = questions;
    this.notices = notices;
    this.telling = telling;
    this.condition = condition;
    this.clock = clock;
    this.wake = wake;
  }

  @Override
  public void drive(Held claim) {
    if (clock.instant().isBefore(notBefore)) {
      return;
    }
    for (Question question : questions.due(SIDE_BY_SIDE)) {
      start(new Errand.OfQuestion(question, telling, questions), claim);
    }
    for (Notice notice : notices.due(SIDE_BY_SIDE)) {
      start(new Errand.OfNotice(notice, telling, notices), claim);
    }
  }

  private void start(Errand errand, Held claim) {
    if (busy.size() >= SIDE_BY_SIDE || !busy.add(errand.chat())) {
      return;
    }
    Thread.ofVirtual()
        .name("chat " + errand.chat())
        .start(() -> {
          try {
            run(errand, claim);
          } finally {
            busy.remove(errand.chat());
            wake.run();
          }
        });
  }

  private void run(Errand errand, Held held) {
    if (!held.holds()) {
      return;
    }
    Claim claim = held.claim();
    String about = errand.about().map(ConnectionId::toString).orElse("");
    try (var _ = MDC.putCloseable("connection", about)) {
      errand.run(claim);
      condition.answered();
    } catch (ChatTrouble trouble) {
      failed(errand, trouble, claim);
    } catch (RuntimeException trouble) {
      log.warn("{} could not be told and is tried again", errand, trouble);
      errand.putOff(FIRST_PAUSE, LONGEST_PAUSE, claim);
    }
  }

  private void failed(Errand errand, ChatTrouble trouble, Claim claim) {
    condition.failed(trouble);
    switch (trouble) {
      case ChatTrouble.Refused refused -> {
        log.warn("{} is refused for good: {}", errand, refused.getMessage());
        errand.refused(String.valueOf(refused.getMessage()), claim);
      }
      case ChatTrouble.SlowDown slow -> {
        pause(slow.pause());
        errand.putOff(slow.pause(), slow.pause(), claim);
      }
      case ChatTrouble.Silent silent -> {
        log.warn("{} was not told and is tried again: {}", errand, silent.getMessage());
        errand.putOff(FIRST_PAUSE, LONGEST_PAUSE, claim);
      }
      case ChatTrouble.TokenRefused refused -> {
        log.error(
            "Telegram refuses the bot's token: nobody can be asked. Put the right one into"
                + " TELEGRAM_TOKEN and start again ({})",
            refused.getMessage());
        errand.putOff(LONGEST_PAUSE, LONGEST_PAUSE, claim);
      }
    }
  }

  /** The longest pause asked for counts: several tries may be told at once. */
  private synchronized void pause(Duration span) {
    Instant end = clock.instant().plus(span);
    notBefore = end.isAfter(notBefore) ? end : notBefore;
  }
}
