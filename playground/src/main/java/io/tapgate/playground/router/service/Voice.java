package io.tapgate.playground.router.service;

import io.tapgate.playground.router.device.RouterWeather;
import io.tapgate.playground.router.wire.Sentence;
import io.tapgate.playground.time.Time;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;

/**
 * Says replies: each sentence whole and in one write, whoever speaks, in the order they were given.
 * Late, cut, or not at all where the weather wants it so.
 */
final class Voice {
  private final OutputStream out;
  private final Time time;
  private final Supplier<RouterWeather> weather;
  private final LinkedBlockingQueue<Saying> line = new LinkedBlockingQueue<>();
  private RouterWeather cutBy = new RouterWeather.Fine();
  private int saidSince;
  private volatile boolean welcomed;

  Voice(OutputStream out, Time time, Supplier<RouterWeather> weather) {
    this.out = out;
    this.time = time;
    this.weather = weather;
  }

  /** The reply word, then the tag, then whatever it carries: a router's own order. */
  void say(String word, Optional<String> tag, Map<String, String> attributes) {
    List<String> words = new ArrayList<>();
    words.add(word);
    tag.ifPresent(name -> words.add(".tag=" + name));
    attributes.forEach((name, value) -> words.add("=" + name + "=" + value));
    line.add(new Saying(new Sentence(words), due(), welcomed ? Kind.ANSWER : Kind.LOGIN));
  }

  void done(Optional<String> tag) {
    say("!done", tag, Map.of());
  }

  /** Only what is said from now on may be cut: nobody would come any further otherwise. */
  void welcomed() {
    welcomed = true;
  }

  /** The last thing said before the connection is closed: a bare text, no attribute. */
  void fatal(String why, Optional<String> tag) {
    List<String> words = new ArrayList<>(List.of("!fatal"));
    tag.ifPresent(name -> words.add(".tag=" + name));
    words.add(why);
    line.add(new Saying(new Sentence(words), due(), Kind.LAST));
  }

  /** What is not late is due at once, even if the clock is set back meanwhile. */
  private Instant due() {
    return weather.get() instanceof RouterWeather.Slow(var delay)
        ? time.instant().plus(delay)
        : Instant.MIN;
  }

  /** Speaks until the last word is said, or cut short; for one thread. */
  void speak() throws IOException, InterruptedException {
    boolean goOn = true;
    while (goOn) {
      Saying next = line.take();
      time.until(next.due());
      goOn = speak(next) && next.kind() != Kind.LAST;
    }
  }

  /** False when that was cut. */
  private boolean speak(Saying saying) throws IOException {
    RouterWeather now = weather.get();
    boolean whole = !(now instanceof RouterWeather.Cut cut) || isWhole(saying, cut);
    if (answers(now)) {
      out.write(whole ? saying.sentence().bytes() : saying.sentence().half());
      out.flush();
    }
    return whole;
  }

  private static boolean answers(RouterWeather weather) {
    return !(weather instanceof RouterWeather.Silent || weather instanceof RouterWeather.Mute);
  }

  private boolean isWhole(Saying saying, RouterWeather.Cut cut) {
    if (!cut.equals(cutBy)) {
      cutBy = cut;
      saidSince = 0;
    }
    return saying.kind() == Kind.LOGIN || saidSince++ < cut.whole();
  }

  private enum Kind {
    LOGIN,
    ANSWER,
    LAST
  }

  private record Saying(Sentence sentence, Instant due, Kind kind) {}
}
