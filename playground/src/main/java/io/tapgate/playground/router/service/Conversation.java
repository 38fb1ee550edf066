package io.tapgate.playground.router.service;

import io.tapgate.playground.router.console.Command;
import io.tapgate.playground.router.console.Console;
import io.tapgate.playground.router.console.Outcome;
import io.tapgate.playground.router.console.Refusal;
import io.tapgate.playground.router.wire.Sentence;
import io.tapgate.playground.router.wire.SentenceReader;
import java.io.IOException;
import java.net.Socket;
import java.util.Optional;
import javax.net.ssl.SSLSocket;

/** One API connection, from accept to close. */
final class Conversation implements AutoCloseable {
  private static final Refusal BAD_LOGIN =
      new Refusal(Optional.empty(), "invalid user name or password (6)");

  private final ApiService service;
  private final Console console;
  private final Socket socket;
  private final Errands errands = new Errands();
  private Optional<String> user = Optional.empty();

  Conversation(ApiService service, Console console, Socket socket) {
    this.service = service;
    this.console = console;
    this.socket = socket;
  }

  /** Listens and answers until one side has had enough. */
  void hold() {
    try (this) {
      socket.setTcpNoDelay(true);
      service.waitWhileSilent();
      Voice voice = new Voice(socket.getOutputStream(), service::isMute);
      SentenceReader reader = new SentenceReader(socket.getInputStream(), 1 << 12, 32);
      boolean goOn = true;
      while (goOn) {
        Optional<Sentence> sentence = reader.next();
        goOn = sentence.isPresent() && heard(sentence.get(), voice);
        if (user.isPresent()) {
          reader.allow(1 << 24, 1 << 12);
        }
      }
    } catch (IOException gone) {
      service.lost(gone);
    }
  }

  /** False when this was the end of the conversation. */
  private boolean heard(Sentence sentence, Voice voice) throws IOException {
    if (service.isMute()) {
      return true;
    }
    Command command = Command.of(sentence);
    Errand errand = new Errand(command.tag(), voice);
    return switch (command.path()) {
      case "/login" -> login(sentence, command, errand);
      case "/quit" -> quit(voice);
      default -> user.isPresent() ? asked(sentence, command, voice) : notLoggedIn(errand, voice);
    };
  }

  private boolean asked(Sentence sentence, Command command, Voice voice) throws IOException {
    Errand errand = new Errand(command.tag(), voice);
    if (command.path().equals("/cancel")) {
      errands.cancel(Optional.ofNullable(command.arguments().get("tag")), errand, voice);
    } else {
      carryOut(sentence, errand);
    }
    return true;
  }

  private boolean login(Sentence sentence, Command command, Errand errand) throws IOException {
    boolean welcome = service.admits(sentence, command, socket);
    user = welcome ? Optional.of(command.argument("name")) : Optional.empty();
    errand.answer(welcome ? new Outcome.Done() : new Outcome.Refused(BAD_LOGIN), false);
    return true;
  }

  private void carryOut(Sentence sentence, Errand errand) throws IOException {
    String name = user.orElseThrow();
    errands.start(
        errand,
        () -> {
          try {
            errand.answer(console.carryOut(name, sentence), service.saysEmpty());
          } catch (IOException gone) {
            service.lost(gone);
          }
        });
  }

  private static boolean notLoggedIn(Errand errand, Voice voice) throws IOException {
    voice.fatal("not logged in", errand.tag());
    return false;
  }

  /** Over TLS a router just goes. */
  private boolean quit(Voice voice) throws IOException {
    if (!(socket instanceof SSLSocket)) {
      voice.fatal("session terminated on request", Optional.empty());
    }
    return false;
  }

  @Override
  public void close() throws IOException {
    errands.close();
    service.ended(this);
    socket.close();
  }
}
