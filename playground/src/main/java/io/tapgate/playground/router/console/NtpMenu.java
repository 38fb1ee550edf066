package io.tapgate.playground.router.console;

import io.tapgate.playground.router.device.Insides;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code /system/ntp/client}: whether somebody tells the router the time, and has done so. */
record NtpMenu(ShelfMenu shelf) implements Menu {
  @Override
  public String path() {
    return shelf.path();
  }

  @Override
  public Set<Verb> verbs() {
    return shelf.verbs();
  }

  /** A clock that is wrong is one that nobody has set yet. */
  @Override
  public List<Map<String, String>> rows(Insides inner) {
    Map<String, String> row = new LinkedHashMap<>(shelf.rows(inner).getFirst());
    if ("true".equals(row.get("enabled"))) {
      row.put("status", inner.isClockRight() ? "synchronized" : "waiting");
    }
    return List.of(row);
  }

  @Override
  public boolean isSingle() {
    return true;
  }

  @Override
  public void setSingle(Arguments arguments, Insides inner) {
    shelf.setSingle(arguments, inner);
  }
}
