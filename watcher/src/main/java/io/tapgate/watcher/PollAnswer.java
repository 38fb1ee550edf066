package io.tapgate.watcher;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What Telegram wrote in answer to a poll, read update by update as it comes in: fifty long
 * messages in a row never stand in memory together, whoever sends them.
 */
final class PollAnswer {
  private final List<Heard> updates = new ArrayList<>();
  private Optional<Boolean> ok = Optional.empty();
  private boolean complete;
  private int code;
  private String description = "";
  private int retryAfter = 5;

  private PollAnswer() {}

  /** Empty when it is not what Telegram writes: a proxy's page, say, or a part of an answer. */
  static Optional<Polled> read(InputStream body, ObjectMapper json, Reading reading)
      throws IOException {
    PollAnswer answer = new PollAnswer();
    try (JsonParser parser = json.createParser(body)) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        answer.take(parser, reading);
      }
      return answer.meaning();
    } catch (JsonProcessingException _) {
      return Optional.empty();
    }
  }

  private void take(JsonParser parser, Reading reading) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String field = parser.currentName();
      JsonToken value = parser.nextToken();
      if (field.equals("result") && value == JsonToken.START_ARRAY) {
        takeUpdates(parser, reading);
      } else {
        takeOther(field, parser.readValueAsTree());
      }
    }
  }

  private void takeUpdates(JsonParser parser, Reading reading) throws IOException {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      JsonNode update = parser.readValueAsTree();
      updates.add(reading.one(update));
    }
    complete = true;
  }

  private void takeOther(String field, JsonNode value) {
    if (field.equals("ok") && value.isBoolean()) {
      ok = Optional.of(value.asBoolean());
    } else if (field.equals("error_code")) {
      code = value.asInt();
    } else if (field.equals("description")) {
      description = value.asText().toLowerCase(Locale.ROOT);
    } else if (field.equals("parameters")) {
      retryAfter = value.path("retry_after").asInt(retryAfter);
    }
  }

  private Optional<Polled> meaning() {
    if (ok.isEmpty() || (ok.get() && !complete)) {
      return Optional.empty();
    }
    return Optional.of(ok.get() ? new Polled.Batch(List.copyOf(updates)) : refusal());
  }

  private Polled refusal() {
    return switch (code) {
      case 401, 404 -> new Polled.TokenRefused();
      case 409 -> description.contains("webhook") ? new Polled.Webhook() : new Polled.OtherReader();
      case 429 -> new Polled.SlowDown(Duration.ofSeconds(Math.clamp(retryAfter, 1, 3600)));
      default -> new Polled.Silent("Telegram answered with error " + code);
    };
  }
}
