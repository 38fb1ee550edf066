package io.tapgate.playground.telegram;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What a call carries, wherever it stood: in the query, in a form, in a JSON body. As in the Bot
 * API a number may be written as text, and an object as a text that holds JSON.
 */
final class Parameters {
  private static final JsonMapper JSON = new JsonMapper();

  private final Map<String, JsonNode> values = new HashMap<>();

  private Parameters() {}

  static Parameters of(@Nullable String query, @Nullable String contentType, byte[] body)
      throws Refused {
    Parameters parameters = new Parameters();
    String text = new String(body, StandardCharsets.UTF_8);
    parameters.addForm(query == null ? "" : query);
    String type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
    if (type.startsWith("application/json")) {
      parameters.addJson(text);
    } else if (type.startsWith("application/x-www-form-urlencoded")) {
      parameters.addForm(text);
    }
    return parameters;
  }

  private void addForm(String pairs) throws Refused {
    for (String pair : pairs.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        values.put(
            decoded(pair.substring(0, equals)),
            JsonNodeFactory.instance.stringNode(decoded(pair.substring(equals + 1))));
      }
    }
  }

  private static String decoded(String text) throws Refused {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      throw Refused.badRequest("can't decode the request's parameters");
    }
  }

  private void addJson(String text) throws Refused {
    if (text.isBlank()) {
      return;
    }
    JsonNode body = json(text, "can't parse the request's JSON object");
    if (!body.isObject()) {
      throw Refused.badRequest("can't parse the request's JSON object");
    }
    body.properties().stream()
        .filter(field -> !field.getValue().isNull())
        .forEach(field -> values.put(field.getKey(), field.getValue()));
  }

  private static JsonNode json(String text, String complaint) throws Refused {
    try {
      return JSON.readTree(text);
    } catch (JacksonException malformed) {
      throw Refused.badRequest(complaint);
    }
  }

  /** Empty when it is not there. */
  String text(String name) {
    JsonNode value = values.get(name);
    return value == null ? "" : value.asString("");
  }

  Optional<String> given(String name) {
    return values.containsKey(name) ? Optional.of(text(name)) : Optional.empty();
  }

  /** The default also for what is no number, and cut to its bounds: the real server does so. */
  int number(String name, int otherwise, int least, int most) {
    try {
      return Math.clamp(Long.parseLong(text(name).strip()), least, most);
    } catch (NumberFormatException notOne) {
      return otherwise;
    }
  }

  boolean flag(String name) {
    String value = text(name).strip().toLowerCase(Locale.ROOT);
    return value.equals("true") || value.equals("yes") || value.equals("1");
  }

  @Nullable JsonNode object(String name) throws Refused {
    JsonNode value = values.get(name);
    if (value == null || !value.isString()) {
      return value;
    }
    String text = value.asString("");
    return text.isBlank() ? null : json(text, "can't parse " + name + " JSON object");
  }
}
