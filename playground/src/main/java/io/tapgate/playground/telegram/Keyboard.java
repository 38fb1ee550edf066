package io.tapgate.playground.telegram;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Rows of buttons, as the Bot API wants them written. */
final class Keyboard {
  private static final int MOST_DATA_BYTES = 64;
  private static final Set<String> STYLES = Set.of("danger", "success", "primary");

  private Keyboard() {}

  static List<List<Button>> copy(List<List<Button>> rows) {
    return rows.stream().map(List::copyOf).toList();
  }

  /** The inline keyboard of a {@code reply_markup}; any other kind of markup has no buttons. */
  static List<List<Button>> parse(@Nullable JsonNode markup) throws Refused {
    if (markup == null) {
      return List.of();
    }
    if (!markup.isObject()) {
      throw Refused.badRequest("object expected as reply markup");
    }
    List<List<Button>> rows = new ArrayList<>();
    for (JsonNode row : markup.path("inline_keyboard")) {
      rows.add(row(row));
    }
    rows.removeIf(List::isEmpty);
    return rows;
  }

  private static List<Button> row(JsonNode row) throws Refused {
    if (!row.isArray()) {
      throw Refused.badRequest(
          "field \"inline_keyboard\" of the InlineKeyboardMarkup must be an Array of Arrays");
    }
    List<Button> buttons = new ArrayList<>();
    for (JsonNode button : row) {
      buttons.add(button(button));
    }
    return buttons;
  }

  private static Button button(JsonNode button) throws Refused {
    if (!button.isObject()) {
      throw unreadable("InlineKeyboardButton must be an Object");
    }
    String label = button.path("text").asString("");
    if (label.isEmpty()) {
      throw unreadable("Can't find field \"text\"");
    }
    String url = text(button, "url");
    String data = text(button, "callback_data");
    if (url == null && data == null) {
      throw unreadable("Text buttons are unallowed in the inline keyboard");
    }
    if (data != null && data.getBytes(StandardCharsets.UTF_8).length > MOST_DATA_BYTES) {
      throw Refused.badRequest("BUTTON_DATA_INVALID");
    }
    return new Button(label, url == null ? data : null, url, style(button));
  }

  private static @Nullable String style(JsonNode button) throws Refused {
    String given = text(button, "style");
    String style = given == null ? "default" : given.toLowerCase(Locale.ROOT);
    if (style.equals("default")) {
      return null;
    }
    if (!STYLES.contains(style)) {
      throw unreadable("invalid button style specified");
    }
    return style;
  }

  private static @Nullable String text(JsonNode button, String field) {
    String text = button.path(field).asString("");
    return text.isEmpty() ? null : text;
  }

  private static Refused unreadable(String why) {
    return Refused.badRequest("can't parse inline keyboard button: " + why);
  }
}
