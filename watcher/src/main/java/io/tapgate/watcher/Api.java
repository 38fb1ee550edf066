package io.tapgate.watcher;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** The api's doors for the watcher. Every call is bounded in time and never throws. */
final class Api {
  private static final MediaType JSON = MediaType.get("application/json");
  private static final long LONGEST_ANSWER = 64 * 1024;
  private static final int LONGEST_TROUBLE = 200;
  private static final Duration LONGEST_LEASE = Duration.ofMinutes(10);

  private final OkHttpClient http;
  private final Settings.ApiDoor door;
  private final String instance;
  private final InstantSource wall;
  private final ObjectMapper json = new ObjectMapper();

  Api(OkHttpClient http, Settings.ApiDoor door, String instance, InstantSource wall) {
    this.http = http;
    this.door = door;
    this.instance = instance;
    this.wall = wall;
  }

  /**
   * Whether we may read.
   *
   * @param trouble why nothing comes from Telegram, if nothing does
   */
  Grant askToRead(Optional<String> trouble) {
    Map<String, Object> words = new LinkedHashMap<>();
    words.put("instance", instance);
    trouble.ifPresent(what -> words.put("trouble", Wording.cut(what, LONGEST_TROUBLE)));
    try (Response answer = post("watcher/lease", words)) {
      JsonNode body = body(answer);
      if (answer.code() != 200 || !body.path("read").isBoolean()) {
        return new Grant.Unknown(refusal(answer.code()), answer.code() < 500);
      }
      return body.path("read").asBoolean() ? grant(body, answer) : new Grant.Wait();
    } catch (IOException e) {
      return new Grant.Unknown(Reason.of(e), false);
    }
  }

  Reply knock(Knock knock) {
    try (Response answer = post(knock.door(), knock.words())) {
      int status = answer.code();
      JsonNode toast = isAnswer(status) ? body(answer).path("toast") : MissingNode.getInstance();
      return toast.isTextual()
          ? new Reply.Answered(status, toast.asText())
          : new Reply.NotYet(refusal(status), status == 500 || isAnswer(status), pause(answer));
    } catch (IOException e) {
      return new Reply.NotYet(Reason.of(e), false, Optional.empty());
    }
  }

  /**
   * A no is an answer too, and "not now" is none. Nor is what a gateway says in the api's place:
   * only the api has a toast for the person.
   */
  private static boolean isAnswer(int status) {
    boolean yes = status >= 200 && status < 300;
    boolean no = status >= 400 && status < 500;
    return yes || (no && status != 401 && status != 408 && status != 425 && status != 429);
  }

  private Grant grant(JsonNode body, Response answer) {
    return span(body, answer)
        .filter(Duration::isPositive)
        .<Grant>map(span ->
            new Grant.Read(
                span.compareTo(LONGEST_LEASE) < 0 ? span : LONGEST_LEASE, received(body)))
        .orElseGet(() -> new Grant.Unknown("the lease has no span", true));
  }

  private static Map<String, String> received(JsonNode body) {
    Map<String, String> words = new LinkedHashMap<>();
    body.path("received")
        .properties()
        .forEach(one -> words.put(one.getKey(), one.getValue().asText()));
    return words;
  }

  /** A span is safe from wrong clocks. Of a moment, only its distance from the sender's own now. */
  private Optional<Duration> span(JsonNode body, Response answer) {
    if (body.path("seconds").isNumber()) {
      return Optional.of(Duration.ofMillis((long) (body.path("seconds").asDouble() * 1000)));
    }
    try {
      Instant until = Instant.parse(body.path("until").asText());
      Date sent = answer.headers().getDate("Date");
      Instant now = sent == null ? wall.instant() : sent.toInstant().plusSeconds(1);
      return Optional.of(Duration.between(now, until));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  private static Optional<Duration> pause(Response answer) {
    String seconds = answer.header("Retry-After", "");
    return seconds != null && seconds.matches("[0-9]{1,5}")
        ? Optional.of(Duration.ofSeconds(Long.parseLong(seconds)))
        : Optional.empty();
  }

  private Response post(String path, Map<String, Object> words) throws IOException {
    Request request =
        new Request.Builder()
            .url(door.url().newBuilder().addPathSegments(path).build())
            .header("Authorization", "Bearer " + door.token())
            .post(RequestBody.create(json.writeValueAsBytes(words), JSON))
            .build();
    return http.newCall(request).execute();
  }

  private JsonNode body(Response answer) throws IOException {
    try {
      JsonNode body = json.readTree(answer.peekBody(LONGEST_ANSWER).byteStream());
      return body == null ? MissingNode.getInstance() : body;
    } catch (JsonProcessingException _) {
      return MissingNode.getInstance();
    }
  }

  private static String refusal(int status) {
    return switch (status) {
      case 401, 403 -> status + ": WATCHER_TOKEN is not the one the api was given";
      case 200, 301, 302, 307, 308, 404, 405 ->
          status + ": not the door that was expected; is API_URL right?";
      case 400, 409, 413 -> status + ": not in the api's words; what answers in its place?";
      default -> "status " + status;
    };
  }
}
