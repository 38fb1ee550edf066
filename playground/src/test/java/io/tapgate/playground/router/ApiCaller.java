package io.tapgate.playground.router;

import io.tapgate.playground.router.wire.Sentence;
import io.tapgate.playground.router.wire.SentenceReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Somebody on the other end of the API who says exactly these words. */
final class ApiCaller implements AutoCloseable {
  private static final int PATIENCE = 5_000;

  private final Socket socket;
  private final SentenceReader reader;

  ApiCaller(Socket socket) throws IOException {
    this.socket = socket;
    socket.setSoTimeout(PATIENCE);
    this.reader = new SentenceReader(socket.getInputStream(), 1 << 24, 1 << 12);
  }

  static ApiCaller stranger(PretendRouter router) throws IOException {
    return new ApiCaller(new Socket(InetAddress.getLoopbackAddress(), router.port()));
  }

  static ApiCaller loggedIn(PretendRouter router) throws IOException {
    return stranger(router).login(router.settings());
  }

  static ApiCaller loggedIn(PretendRouter router, String name, String password) throws IOException {
    return stranger(router).login(name, password);
  }

  ApiCaller login(RouterSettings settings) throws IOException {
    return login(settings.username(), settings.password());
  }

  ApiCaller login(String name, String password) throws IOException {
    say("/login", "=name=" + name, "=password=" + password);
    Optional<Sentence> answer = hear();
    if (!answer.equals(Optional.of(Sentence.of("!done")))) {
      throw new AssertionError("login answered " + answer);
    }
    return this;
  }

  void say(String... words) throws IOException {
    socket.getOutputStream().write(Sentence.of(words).bytes());
  }

  /** The next reply; empty when the router has hung up. */
  Optional<Sentence> hear() throws IOException {
    return reader.next();
  }

  /** Whether the router keeps quiet for a moment. */
  boolean hearsNothing() throws IOException {
    socket.setSoTimeout(300);
    try {
      return hear().isEmpty();
    } catch (SocketTimeoutException _) {
      return true;
    } finally {
      socket.setSoTimeout(PATIENCE);
    }
  }

  /** Whether the router has ended this connection: by a close, or by a reset. */
  boolean isCut() {
    try {
      return hear().isEmpty();
    } catch (IOException reset) {
      return !(reset instanceof SocketTimeoutException);
    }
  }

  /** Says an untagged command and hears everything up to its {@code !done}. */
  List<List<String>> ask(String... words) throws IOException {
    say(words);
    List<List<String>> replies = new ArrayList<>();
    do {
      replies.add(hear().orElseThrow().words());
    } while (!replies.getLast().getFirst().equals("!done"));
    return replies;
  }

  /** The items of a print, as maps. */
  List<Map<String, String>> rows(String... words) throws IOException {
    return ask(words).stream()
        .filter(reply -> reply.getFirst().equals("!re"))
        .map(ApiCaller::attributes)
        .toList();
  }

  /** The message of the one trap that this command comes to. */
  String trap(String... words) throws IOException {
    List<List<String>> replies = ask(words);
    if (replies.size() != 2 || !replies.getFirst().getFirst().equals("!trap")) {
      throw new AssertionError("no trap but " + replies);
    }
    return attributes(replies.getFirst()).getOrDefault("message", "");
  }

  /** The value that comes with {@code !done}. */
  String value(String... words) throws IOException {
    List<List<String>> replies = ask(words);
    return Optional.ofNullable(attributes(replies.getLast()).get("ret"))
        .orElseThrow(() -> new AssertionError("no value in " + replies));
  }

  private static Map<String, String> attributes(List<String> reply) {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (String word : reply.subList(1, reply.size())) {
      int equals = word.indexOf('=', 1);
      attributes.put(word.substring(1, equals), word.substring(equals + 1));
    }
    return attributes;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
