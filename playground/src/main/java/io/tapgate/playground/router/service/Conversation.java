package io.tapgate.playground.router.service;

import io.tapgate.playground.router.console.Command;
import io.tapgate.playground.router.console.Console;
import io.tapgate.playground.router.console.Outcome;
import io.tapgate.playground.router.console.Refusal;
import io.tapgate.playground.router.console.Rights;
import io.tapgate.playground.router.device.Cause;
import io.tapgate.playground.router.device.RouterWeather;
import io.tapgate.playground.router.wire.Sentence;
import io.tapgate.playground.router.wire.SentenceReader;
import java.io.IOException;
import java.net.Socket;
import java.util.Optional;
import java.util.concurrent.Future;
import javax.net.ssl.SSLSocket;

/** One API connection, from accept to close. */
final class Conversation implements AutoCloseable {
  private final ApiService service;
  private final Console console;
  private final Socket socket;
  private final int number;
  private final Errands errands = new Errands();
  private Optional<Known> user = Optional.empty();
  private volatile boolean stalled;

  /** Who is logged in here, and what they might do at that moment. */
  private record Known(Cause.Api who, Rights rights) {}

  /** What becomes of the connection after a sentence. */
  private enum Next {
    GO_ON,
    LAST_WORD,
    CLOSE
  }

  Conversation(ApiService service, Console console, Socket socket, int number) {
    this.service = service;
    this.console = console;
    this.socket = socket;
    this.number = number;
  }

  int number() {
    return number;
  }

  /** Listens and answers until one side has had enough. */
  void hold() {
    try (this) {
      socket.setTcpNoDelay(true);
      service.waitWhileSilent();
      Voice voice = new Voice(socket.getOutputStream(), service.time(), this::weather);
      Future<?> speaking = errands.besides(() -> speak(voice));
      if (listen(voice) == Next.LAST_WORD) {
        Errands.await(speaking);
      }
    } catch (IOException gone) {
      service.lost(gone);
    }
  }

  /** From now on nothing that is said here is heard or answered, whatever the weather. */
  void stall() {
    stalled = true;
  }

  private RouterWeather weather() {
    return stalled ? new RouterWeather.Silent() : service.weather();
  }

  private void speak(Voice voice) {
    try {
      voice.speak();
      socket.close();
    } catch (IOException gone) {
      service.lost(gone);
    } catch (InterruptedException _) {
      // The connection is closed: nobody is left to be answered.
      return;
    }
  }

  private Next listen(Voice voice) throws IOException {
    SentenceReader reader = new SentenceReader(socket.getInputStream(), 1 << 12, 32);
    Next next = Next.GO_ON;
    while (next == Next.GO_ON) {
      Optional<Sentence> sentence = reader.next();
      next = sentence.isPresent() ? heard(sentence.get(), voice) : Next.CLOSE;
      if (user.isPresent()) {
        reader.allow(1 << 24, 1 << 12);
      }
    }
    return next;
  }

  private Next heard(Sentence sentence, Voice voice) throws IOException {
    if (weather() instanceof RouterWeather.Silent) {
      return Next.GO_ON;
    }
    Command command = Command.of(sentence);
    return switch (command.path()) {
      case "/login" -> login(sentence, command, voice);
      case "/quit" -> quit(voice);
      default ->
          user.isPresent()
              ? asked(sentence, command, voice)
              : last("not logged in", command, voice);
    };
  }

  private Next login(Sentence sentence, Command command, Voice voice) {
    Cause.Api who = new Cause.Api(number, command.argument("name"));
    Errand errand = new Errand(command.tag(), voice);
    switch (service.welcomes(who, sentence, command, socket)) {
      case Welcome.Admitted(Rights rights) -> {
        user = Optional.of(new Known(who, rights));
        errand.answer(new Outcome.Done(), false);
      }
      case Welcome.Refused(Refusal refusal) -> {
        user = Optional.empty();
        errand.answer(new Outcome.Refused(refusal), false);
      }
    }
    if (user.isPresent()) {
      voice.welcomed();
    }
    return Next.GO_ON;
  }

  private Next asked(Sentence sentence, Command command, Voice voice) throws IOException {
    return switch (weather()) {
      case RouterWeather.Fatal(String text) -> last(text, command, voice);
      case RouterWeather.Trapping trap when trap.strikes(command.path()) -> {
        new Errand(command.tag(), voice)
            .answer(trapped(trap, command, sentence, user.orElseThrow()), false);
        yield Next.GO_ON;
      }
      default -> done(sentence, command, voice);
    };
  }

  private Outcome trapped(
      RouterWeather.Trapping trap, Command command, Sentence sentence, Known known) {
    return trap.rows() > 0 && command.path().endsWith("/print")
        ? console.breakOff(known.who(), known.rights(), sentence, trap.text(), trap.rows())
        : console.refuse(known.who(), sentence, trap.text());
  }

  private Next done(Sentence sentence, Command command, Voice voice) throws IOException {
    Errand errand = new Errand(command.tag(), voice);
    if (command.path().equals("/cancel")) {
      errands.cancel(Optional.ofNullable(command.arguments().get("tag")), errand, voice);
    } else {
      Known known = user.orElseThrow();
      errands.start(errand, () -> carryOut(known, sentence, command, errand));
    }
    return Next.GO_ON;
  }

  /** A changed service is as it should be before anybody hears that it was changed. */
  private void carryOut(Known known, Sentence sentence, Command command, Errand errand) {
    Outcome outcome = console.carryOut(known.who(), known.rights(), sentence);
    if (command.path().startsWith("/ip/service/")) {
      service.settle();
    }
    errand.answer(outcome, console.saysEmpty());
  }

  private static Next last(String text, Command command, Voice voice) {
    voice.fatal(text, command.tag());
    return Next.LAST_WORD;
  }

  /** Over TLS a router just goes. */
  private Next quit(Voice voice) {
    if (socket instanceof SSLSocket) {
      return Next.CLOSE;
    }
    voice.fatal("session terminated on request", Optional.empty());
    return Next.LAST_WORD;
  }

  @Override
  public void close() throws IOException {
    errands.close();
    service.ended(this);
    socket.close();
  }
}
