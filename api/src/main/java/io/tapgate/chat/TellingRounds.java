package io.tapgate.chat;

import io.tapgate.client.ChatId;
import io.tapgate.connection.ConnectionId;
import io.tapgate.driving.Claim;
import io.tapgate.driving.Driver;
import io.tapgate.driving.Held;
import io.tapgate.driving.Mishap;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * The rounds of the bot's driver: what is due is started side by side, the most urgent first, as
 * fast as Telegram may be spoken to. A round waits for nothing.
 */
final class TellingRounds implements Driver.Round {
  private static final Logger log = LoggerFactory.getLogger(TellingRounds.class);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final Questions questions;
  private final Notices notices;
  private final Telling telling;
  private final Refusing refusing;
  private final Reachability condition;
  private final Sounding sounding;
  private final Pace pace;
  private final Executor background;
  private final Runnable wake;

  TellingRounds(
      Questions questions,
      Notices notices,
      Telling telling,
      Refusing refusing,
      Reachability condition,
      Sounding sounding,
      Pace pace,
      Executor background,
      Runnable wake) {
    this.questions = questions;
    this.notices = notices;
    this.telling = telling;
    this.refusing = refusing;
    this.condition = condition;
    this.sounding = sounding;
    this.pace = pace;
    this.background = background;
    this.wake = wake;
  }

  @Override
  public Duration drive(Held claim) {
    int room = pace.room();
    if (room > 0) {
      due(room).forEach(errand -> start(errand, claim));
      sounding.ifLongSilent(claim);
    }
    return pace.untilNext();
  }

  private List<Errand> due(int most) {
    Quiet quiet = pace.quiet();
    Stream<Errand> asked =
        questions.due(most, quiet).stream()
            .map(due -> new Errand.OfQuestion(due, telling, questions, refusing));
    Stream<Errand> noted =
        notices.due(most, quiet).stream()
            .map(notice -> new Errand.OfNotice(notice, telling, notices, refusing));
    return Stream.concat(asked, noted)
        .sorted(Comparator.comparing(Errand::urgency))
        .limit(most)
        .toList();
  }

  private void start(Errand errand, Held claim) {
    if (!pace.begin(errand.chat())) {
      return;
    }
    try {
      background.execute(() -> runs(errand, claim));
    } catch (RuntimeException | Error unstarted) {
      pace.over(errand.chat());
      throw unstarted;
    }
  }

  private void runs(Errand errand, Held claim) {
    boolean written = false;
    try {
      written = !claim.holds() || run(errand, claim.claim());
    } finally {
      pace.over(errand.chat());
      if (written) {
        wake.run();
      }
    }
  }

  /**
   * Whether what came of it could be written down. If not, it is still due, and the driver's next
   * look, within a second, is soon enough.
   */
  private boolean run(Errand errand, Claim claim) {
    String about = errand.about().map(ConnectionId::toString).orElse("");
    try (var _ = MDC.putCloseable("connection", about)) {
      try {
        tell(errand, claim);
        return true;
      } catch (RuntimeException trouble) {
        log.warn("what came of {} could not be written: {}", errand, new Mishap(trouble));
        return false;
      }
    }
  }

  private void tell(Errand errand, Claim claim) {
    try {
      if (errand.run(claim)) {
        sounding.spoken();
        pace.answered();
        condition.answered();
      }
    } catch (ChatTrouble trouble) {
      sounding.spoken();
      failed(errand, trouble, claim);
    } catch (RuntimeException trouble) {
      log.warn("{} could not be told and is tried again: {}", errand, new Mishap(trouble));
      errand.putOff(FIRST_PAUSE, LONGEST_PAUSE, claim);
    }
  }

  private void failed(Errand errand, ChatTrouble trouble, Claim claim) {
    switch (trouble) {
      case ChatTrouble.Refused refused -> {
        log.warn("{} is refused for good: {}", errand, refused.getMessage());
        condition.failedAlone(refused);
        pace.answered();
        errand.refused(refused, claim);
      }
      case ChatTrouble.SlowDown slow -> {
        slowDown(errand.chat(), slow);
        errand.putOff(slow.pause(), slow.pause(), claim);
      }
      case ChatTrouble.Silent silent -> {
        log.warn("{} was not told and is tried again: {}", errand, silent.getMessage());
        condition.failed(silent);
        pace.silent();
        errand.putOff(FIRST_PAUSE, LONGEST_PAUSE, claim);
      }
      case ChatTrouble.TokenRefused refused -> {
        condition.failed(refused);
        pace.pause(LONGEST_PAUSE);
        errand.putOff(LONGEST_PAUSE, LONGEST_PAUSE, claim);
      }
    }
  }

  private void slowDown(ChatId chat, ChatTrouble.SlowDown slow) {
    long seconds = slow.pause().toSeconds();
    if (pace.pause(chat, slow.pause())) {
      log.warn("Telegram asks to slow down; nobody is told anything for {} s", seconds);
      condition.failed(slow);
    } else {
      log.info("Telegram asks to slow down in chat {}; it is left alone for {} s", chat, seconds);
      condition.failedAlone(slow);
    }
  }
}
