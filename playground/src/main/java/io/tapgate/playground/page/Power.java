package io.tapgate.playground.page;

import io.tapgate.playground.page.Wish.Declined;
import io.tapgate.playground.telegram.Weather;
import java.util.Locale;

/** The three positions of a switch on the page. */
enum Power {
  ON,
  SILENT,
  OFF;

  static Power of(Wish wish) throws Declined {
    String word = wish.text("power");
    for (Power power : values()) {
      if (power.word().equals(word)) {
        return power;
      }
    }
    throw new Declined(400, "Not possible", "The field power is one of on, silent and off.");
  }

  static Power of(Weather weather) {
    return switch (weather) {
      case Weather.Fine() -> ON;
      case Weather.Silent() -> SILENT;
      case Weather.Off() -> OFF;
    };
  }

  Weather weather() {
    return switch (this) {
      case ON -> new Weather.Fine();
      case SILENT -> new Weather.Silent();
      case OFF -> new Weather.Off();
    };
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
