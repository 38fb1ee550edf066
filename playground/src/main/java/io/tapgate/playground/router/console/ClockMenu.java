package io.tapgate.playground.router.console;

import io.tapgate.playground.router.config.Item;
import io.tapgate.playground.router.config.Shelf;
import io.tapgate.playground.router.device.Insides;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code /system/clock}: what the router takes for the time, and where it takes itself to be. */
record ClockMenu(ShelfMenu shelf, Dialect dialect) implements Menu {
  private static final String ZONE = "time-zone-name";

  @Override
  public String path() {
    return shelf.path();
  }

  @Override
  public Set<Verb> verbs() {
    return shelf.verbs();
  }

  @Override
  public List<Map<String, String>> rows(Insides inner) {
    Instant now = inner.wallTime();
    ZoneId zone = zone(inner);
    String[] date =
        dialect.date(LocalDateTime.ofInstant(now, zone).toInstant(ZoneOffset.UTC)).split(" ", 2);
    ZoneOffset offset = zone.getRules().getOffset(now);
    Map<String, String> kept = shelf.rows(inner).getFirst();
    return List.of(
        new Row()
            .with("time", date[1])
            .with("date", date[0])
            .with("time-zone-autodetect", kept.getOrDefault("time-zone-autodetect", "true"))
            .with(ZONE, kept.getOrDefault(ZONE, ""))
            .with("gmt-offset", offset.equals(ZoneOffset.UTC) ? "+00:00" : offset.getId())
            .with("dst-active", zone.getRules().isDaylightSavings(now))
            .done());
  }

  @Override
  public boolean isSingle() {
    return true;
  }

  @Override
  public void setSingle(Arguments arguments, Insides inner) {
    Map<String, String> rest = new HashMap<>(arguments.given());
    rest.keySet().removeAll(Set.of("date", "time"));
    Arguments kept = new Arguments(rest);
    kept.text(ZONE).ifPresent(ClockMenu::known);
    shelf.setSingle(kept, inner);
    if (rest.size() < arguments.given().size()) {
      set(arguments, inner);
    }
  }

  private void set(Arguments arguments, Insides inner) {
    LocalDateTime was = LocalDateTime.ofInstant(inner.wallTime(), zone(inner));
    try {
      LocalDate date = arguments.text("date").map(dialect::readDate).orElse(was.toLocalDate());
      LocalTime time = arguments.text("time").map(LocalTime::parse).orElse(was.toLocalTime());
      Instant wanted = LocalDateTime.of(date, time).atZone(zone(inner)).toInstant();
      inner.setClockWrong(Duration.between(inner.now(), wanted));
    } catch (DateTimeException unreadable) {
      throw Trap.invalid(arguments.text("date").isPresent() ? "date" : "time");
    }
  }

  private static void known(String zone) {
    if (!ZoneId.getAvailableZoneIds().contains(zone)) {
      throw Trap.noSuchValue(ZONE);
    }
  }

  private ZoneId zone(Insides inner) {
    Shelf kept = inner.configuration().shelf(path());
    Item item = kept.all().getFirst();
    return ZoneId.of(kept.value(item, ZONE));
  }
}
