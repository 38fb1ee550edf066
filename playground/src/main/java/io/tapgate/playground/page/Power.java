package io.tapgate.playground.page;

import io.tapgate.playground.page.Wish.Declined;

/** The short way to the three weathers that both ends know. */
enum Power {
  ON("fine"),
  SILENT("silent"),
  OFF("off");

  private final String weather;

  Power(String weather) {
    this.weather = weather;
  }

  /** The weather's word for the wished {@code power}. */
  static String weather(Wish wish) throws Declined {
    String word = wish.text("power");
    for (Power power : values()) {
      if (power.name().equalsIgnoreCase(word)) {
        return power.weather;
      }
    }
    throw wish.unheardOf("power", word);
  }
}
