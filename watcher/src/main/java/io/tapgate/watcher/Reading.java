package io.tapgate.watcher;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.OptionalLong;
import org.telegram.telegrambots.meta.api.objects.Update;

/**
 * Reads one update: the number from the plain JSON, the rest by telegrambots' types. An update that
 * does not fit them is reported as unreadable and its neighbours are not touched.
 */
final class Reading {
  private final ObjectMapper json =
      new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

  Heard one(JsonNode node) {
    JsonNode number = node.path("update_id");
    OptionalLong known =
        number.canConvertToInt() ? OptionalLong.of(number.asLong()) : OptionalLong.empty();
    if (known.isEmpty()) {
      return new Heard.Unreadable(0, "it has no update_id");
    }
    try {
      return heard(known.getAsLong(), json.treeToValue(node, Update.class));
    } catch (JsonProcessingException e) {
      return new Heard.Unreadable(known.getAsLong(), place(e));
    } catch (RuntimeException e) {
      return new Heard.Unreadable(known.getAsLong(), e.getClass().getSimpleName());
    }
  }

  private static Heard heard(long number, Update update) {
    return Wording.of(update)
        .<Heard>map(knock -> new Heard.Said(number, knock))
        .orElseGet(() -> new Heard.Noise(number));
  }

  /** Where it does not fit, without what stands there: that is the person's own affair. */
  private static String place(JsonProcessingException failure) {
    StringBuilder path = new StringBuilder(failure.getClass().getSimpleName());
    if (failure instanceof JsonMappingException mapping) {
      for (JsonMappingException.Reference step : mapping.getPath()) {
        path.append(path.indexOf(" at ") < 0 ? " at " : ".");
        path.append(step.getFieldName() == null ? step.getIndex() : step.getFieldName());
      }
    }
    return path.toString();
  }
}
