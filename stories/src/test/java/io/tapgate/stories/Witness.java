package io.tapgate.stories;

import io.tapgate.playground.router.PretendRouter;
import io.tapgate.playground.router.RouterLog;
import io.tapgate.playground.router.device.Change;
import io.tapgate.playground.router.device.Happening;
import io.tapgate.playground.router.device.RouterWeather;
import io.tapgate.playground.telegram.Message;
import io.tapgate.playground.telegram.Press;
import io.tapgate.playground.telegram.PretendTelegram;
import io.tapgate.playground.telegram.TelegramEvent;
import io.tapgate.playground.telegram.TelegramWeather;
import io.tapgate.stories.referee.Evidence;
import io.tapgate.stories.referee.Finding;
import io.tapgate.stories.referee.Referee;
import io.tapgate.stories.referee.Shown;
import io.tapgate.stories.referee.Tap;
import io.tapgate.stories.referee.Terms;
import io.tapgate.stories.referee.Trouble;
import io.tapgate.stories.referee.Trouble.Whose;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * Sees what people see and do, and what the test itself does to processes and to the weather; and
 * calls the referee in the end.
 */
final class Witness {
  /** A router or a node that is back is found and caught up with within this long. */
  private static final Duration RECOVERY = Duration.ofSeconds(10);

  private static final Duration LEASE = Duration.ofMinutes(15);
  private static final Duration BAN = Duration.ofHours(1);
  private static final Duration REACTION = Duration.ofSeconds(2);

  private final Time time;
  private final Duration toAnswer;
  private final List<Shown> questions = new ArrayList<>();
  private final List<Tap> taps = new ArrayList<>();
  private final List<Trouble> troubles = new ArrayList<>();
  private final Map<Whose, Instant> away = new EnumMap<>(Whose.class);
  private final List<Part> apis = new CopyOnWriteArrayList<>();

  Witness(Time time, Duration toAnswer) {
    this.time = time;
    this.toAnswer = toAnswer;
  }

  void watches(PretendTelegram telegram) {
    Runnable _ = telegram.listen(this::sees);
  }

  void watches(Part api) {
    apis.add(api);
  }

  /** A tap that reaches Tapgate's door without a phone. */
  synchronized void taps(Client client, String data) {
    taps.add(Tap.of(time.now(), client.chat, client.chat, data));
  }

  /** The questions that came up on phones so far, in that order. */
  synchronized List<Shown> questions() {
    return List.copyOf(questions);
  }

  /** Something goes wrong with Tapgate's own means until this is closed. */
  Closing trouble() {
    Instant from = time.now();
    return () -> {
      synchronized (this) {
        troubles.add(new Trouble(Whose.TAPGATE, from, time.now().plus(RECOVERY)));
      }
    };
  }

  /** Ends something, and throws nothing. */
  interface Closing extends AutoCloseable {
    @Override
    void close();
  }

  private synchronized void sees(TelegramEvent event) {
    switch (event) {
      case TelegramEvent.MessageSent(Message sent) -> reads(sent);
      case TelegramEvent.ButtonPressed(Press press) ->
          taps.add(Tap.of(time.now(), press.person(), press.chat(), press.data()));
      case TelegramEvent.WeatherChanged(TelegramWeather weather) -> {
        boolean calm =
            weather instanceof TelegramWeather.Fine || weather instanceof TelegramWeather.Strict;
        turns(Whose.TELEGRAM, time.now(), calm, troubles);
      }
      default -> {}
    }
  }

  private void reads(Message sent) {
    sent.buttons()
        .flatMap(button -> Stream.ofNullable(button.data()))
        .map(data -> Tap.of(time.now(), sent.chat(), sent.chat(), data))
        .filter(button -> button.yes() && !button.token().isEmpty())
        .forEach(button ->
            questions.add(new Shown(button.at(), sent.chat(), button.token(), sent.text())));
  }

  private void turns(Whose whose, Instant at, boolean calm, List<Trouble> noted) {
    if (!calm) {
      away.putIfAbsent(whose, at);
    } else if (away.containsKey(whose)) {
      noted.add(new Trouble(whose, away.remove(whose), at.plus(RECOVERY)));
    }
  }

  /** Everything that must not have happened on the router so far. */
  synchronized List<Finding> findings(PretendRouter router) {
    Evidence evidence = evidence(router);
    Duration reaction = Eventually.promised(REACTION);
    return new Referee(new Terms(toAnswer, LEASE, BAN, reaction), router.settings().lists())
        .judge(evidence);
  }

  private Evidence evidence(PretendRouter router) {
    Instant until = time.now();
    RouterLog log = router.log();
    if (!log.complete()) {
      throw new AssertionError("the router forgot " + log.forgotten() + " lines of its log");
    }
    List<Trouble> all = new ArrayList<>(troubles);
    log.happenings().forEach(one -> weather(one, all));
    apis.forEach(api -> api.absences().forEach(one -> all.add(absence(api, one))));
    away.forEach((whose, from) -> all.add(new Trouble(whose, from, until)));
    away.keySet().remove(Whose.ROUTER);
    return new Evidence(log.happenings(), questions, taps, all, time.calendar(), until);
  }

  private void weather(Happening one, List<Trouble> all) {
    switch (one.change()) {
      case Change.Switched(Instant at, RouterWeather weather) ->
          turns(Whose.ROUTER, at, weather instanceof RouterWeather.Fine, all);
      case Change.Rebooted(Instant at) -> all.add(new Trouble(Whose.ROUTER, at, at.plus(RECOVERY)));
      default -> {}
    }
  }

  /** Another node that is there has taken over after a while. */
  private Trouble absence(Part api, Part.Absence one) {
    boolean alone = apis.stream().noneMatch(other -> other != api && other.wasThere(one.from()));
    Instant until = (alone ? one.until() : one.from()).plus(RECOVERY);
    return new Trouble(
        Whose.TAPGATE, time.calendar().story(one.from()), time.calendar().story(until));
  }
}
