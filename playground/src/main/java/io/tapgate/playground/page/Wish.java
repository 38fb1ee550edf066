package io.tapgate.playground.page;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a door is asked for: a JSON object whose fields are read one by one. */
final class Wish {
  private static final JsonMapper JSON = new JsonMapper();

  private final JsonNode body;

  private Wish(JsonNode body) {
    this.body = body;
  }

  /** It cannot be granted; the reply says why. */
  static final class Declined extends Exception {
    private final transient Reply reply;

    Declined(int status, String title, String detail) {
      super(detail, null, false, false);
      this.reply = Reply.problem(status, title, detail);
    }

    Reply reply() {
      return reply;
    }
  }

  static Wish parse(byte[] bytes) throws Declined {
    try {
      JsonNode body = JSON.readTree(bytes);
      if (body.isObject()) {
        return new Wish(body);
      }
    } catch (JacksonException malformed) {
      throw unusable("The body is not JSON: " + malformed.getOriginalMessage());
    }
    throw unusable("The body has to be a JSON object.");
  }

  String text(String field) throws Declined {
    return optionalText(field).orElseThrow(() -> unusable("The field " + field + " is missing."));
  }

  Optional<String> optionalText(String field) throws Declined {
    JsonNode value = body.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isString()) {
      throw unusable("The field " + field + " has to be a text.");
    }
    return Optional.of(value.asString());
  }

  long number(String field) throws Declined {
    return optionalNumber(field).orElseThrow(() -> unusable("The field " + field + " is missing."));
  }

  Optional<Long> optionalNumber(String field) throws Declined {
    JsonNode value = body.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw unusable("The field " + field + " has to be a whole number.");
    }
    return Optional.of(value.asLong());
  }

  /** A number within bounds, or the other one when there is none. */
  long number(String field, long otherwise, long least, long most) throws Declined {
    long number = optionalNumber(field).orElse(otherwise);
    if (number < least || number > most) {
      throw unusable("The field " + field + " has to be from " + least + " to " + most + ".");
    }
    return number;
  }

  /** The field {@code millis}: at most a day. */
  Duration millis(Duration otherwise) throws Declined {
    return Duration.ofMillis(
        number("millis", otherwise.toMillis(), 0, Duration.ofDays(1).toMillis()));
  }

  /** None when it is not there. */
  List<String> texts(String field) throws Declined {
    List<String> texts = new ArrayList<>();
    for (JsonNode one : body.path(field)) {
      if (!one.isString()) {
        throw unusable("The field " + field + " has to be a list of texts.");
      }
      texts.add(one.asString());
    }
    return texts;
  }

  /** For a word that stands for nothing here. */
  Declined unheardOf(String field, String word) {
    return unusable("The field " + field + " knows no \"" + word + "\".");
  }

  boolean flag(String field, boolean otherwise) throws Declined {
    JsonNode value = body.path(field);
    if (!value.isMissingNode() && !value.isBoolean()) {
      throw unusable("The field " + field + " has to be true or false.");
    }
    return value.asBoolean(otherwise);
  }

  private static Declined unusable(String why) {
    return new Declined(400, "Cannot be read", why);
  }
}
