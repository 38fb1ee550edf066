package io.tapgate.playground.router.console;

import io.tapgate.playground.router.device.Insides;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code /system/identity}: the router's name. */
record IdentityMenu(String name) implements Menu {
  @Override
  public String path() {
    return "/system/identity";
  }

  @Override
  public Set<Verb> verbs() {
    return PRINT_ONLY;
  }

  @Override
  public List<Map<String, String>> rows(Insides inner) {
    return List.of(new Row().with("name", name).done());
  }
}
