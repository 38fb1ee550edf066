package io.tapgate.doors;

import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The fields of a body, read one by one: unknown ones are ignored, a known one with a wrong value
 * is refused by its name. Empty text and null are as good as absent.
 */
public final class Fields {
  private static final int LONGEST_NUMBER = 19;

  private final JsonNode body;
  private final BiFunction<String, String, RuntimeException> refusal;

  private Fields(JsonNode body, BiFunction<String, String, RuntimeException> refusal) {
    this.body = body;
    this.refusal = refusal;
  }

  public static Fields of(JsonNode body) {
    if (!body.isObject()) {
      throw new FieldRefused("body", "write one JSON object");
    }
    return new Fields(body, FieldRefused::new);
  }

  /** What stands behind the question mark is read the same way. */
  public static Fields ofParameters(Map<String, String> parameters) {
    return new Fields(JsonMapper.shared().valueToTree(parameters), ParameterRefused::new);
  }

  /** A text, or a number written as such, made into what it stands for. */
  public <T> Optional<T> read(String field, Function<String, T> meaning) {
    return text(field).map(text -> made(field, text, meaning));
  }

  public <T> T require(String field, Function<String, T> meaning) {
    return read(field, meaning).orElseThrow(() -> refusal.apply(field, "is required"));
  }

  /** A whole number, also when it came as text: routers and Telegram differ here. */
  public Optional<Long> number(String field) {
    return read(field, Fields::whole);
  }

  public long requireNumber(String field) {
    return require(field, Fields::whole);
  }

  /** A text of several lines, such as a certificate, made into what it stands for. */
  public <T> Optional<T> lines(String field, int longest, Function<String, T> meaning) {
    JsonNode value = body.get(field);
    if (value == null || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isString() || value.asString().length() > longest) {
      throw refusal.apply(field, "must be text of at most " + longest + " characters");
    }
    if (value.asString().codePoints().anyMatch(point -> point == 0 || PlainText.isHalf(point))) {
      throw refusal.apply(field, "has characters that no text can hold");
    }
    return Optional.of(value.asString())
        .filter(text -> !text.isEmpty())
        .map(text -> made(field, text, meaning));
  }

  /** True or false, also when it came as text. */
  public Optional<Boolean> truth(String field) {
    JsonNode value = body.get(field);
    return value != null && value.isBoolean()
        ? Optional.of(value.asBoolean())
        : read(field, Fields::truthOf);
  }

  private static boolean truthOf(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw new IllegalArgumentException("write true or false");
    }
    return text.equals("true");
  }

  private static long whole(String text) {
    if (text.length() > LONGEST_NUMBER + 1 || !text.matches("-?[0-9]{1,19}")) {
      throw new IllegalArgumentException("is not a whole number");
    }
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException _) {
      throw new IllegalArgumentException("is too large a number");
    }
  }

  private Optional<String> text(String field) {
    JsonNode value = body.get(field);
    if (value == null || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isString() && !value.isNumber()) {
      throw refusal.apply(field, "must be text or a number");
    }
    return Optional.of(made(field, value.asString(), PlainText::of))
        .filter(text -> !text.isEmpty());
  }

  private <T> T made(String field, String text, Function<String, T> meaning) {
    try {
      return meaning.apply(text);
    } catch (IllegalArgumentException wrong) {
      throw refusal.apply(field, String.valueOf(wrong.getMessage()));
    }
  }
}
