import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Looks at ports and waits for answers on behalf of the launcher, which can count on a JDK and on
 * nothing else: curl, wget, ss and nc are all missing somewhere.
 *
 * <ul>
 *   <li>{@code free PORT...} prints a free port for each: itself, or the next one that is free
 *   <li>{@code taken PORT...} prints those that something listens on
 *   <li>{@code wait SECONDS URL...} ends well once each answers 200; 1 when the time is over (0
 *       seconds: never)
 * </ul>
 */
final class Doors {
  private static final Duration PAUSE = Duration.ofMillis(150);
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private Doors() {}

  public static void main(String[] words) throws InterruptedException {
    List<String> rest = Stream.of(words).skip(1).toList();
    switch (words[0]) {
      case "free" -> free(rest).forEach(System.out::println);
      case "taken" -> rest.stream().filter(port -> isTaken(number(port))).forEach(System.out::println);
      case "wait" -> System.exit(answer(rest.subList(1, rest.size()), number(rest.getFirst())) ? 0 : 1);
      default -> throw new IllegalArgumentException(words[0]);
    }
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  private static List<Integer> free(List<String> wanted) {
    List<Integer> found = new ArrayList<>();
    for (String port : wanted) {
      int candidate = number(port);
      while (found.contains(candidate) || isTaken(candidate)) {
        candidate = candidate == 65535 ? 1024 : candidate + 1;
      }
      found.add(candidate);
    }
    return found;
  }

  /** Binding alone is no proof: some systems let two programs share a port by different addresses. */
  private static boolean isTaken(int port) {
    try (Socket caller = new Socket()) {
      caller.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
      return true;
    } catch (IOException nobodyAnswers) {
      return !canBeBound(port);
    }
  }

  private static boolean canBeBound(int port) {
    try (ServerSocket everywhere = new ServerSocket(port)) {
      return everywhere.isBound();
    } catch (IOException refused) {
      return false;
    }
  }

  private static boolean answer(List<String> urls, int seconds) throws InterruptedException {
    Instant end = seconds == 0 ? Instant.MAX : Instant.now().plusSeconds(seconds);
    try (HttpClient client = loopbackClient()) {
      for (String url : urls) {
        while (!answers(client, url)) {
          if (Instant.now().isAfter(end)) {
            return false;
          }
          Thread.sleep(PAUSE);
        }
      }
    }
    return true;
  }

  private static HttpClient loopbackClient() {
    return HttpClient.newBuilder()
        .connectTimeout(PATIENCE)
        .proxy(HttpClient.Builder.NO_PROXY)
        .build();
  }

  private static boolean answers(HttpClient client, String url) throws InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).build();
    try {
      return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }
}
