package io.tapgate.playground.router.console;

import io.tapgate.playground.router.device.Insides;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code /system/routerboard}: this is none, as with every router that is only software. */
record RouterboardMenu() implements Menu {
  @Override
  public String path() {
    return "/system/routerboard";
  }

  @Override
  public Set<Verb> verbs() {
    return PRINT_ONLY;
  }

  @Override
  public List<Map<String, String>> rows(Insides inner) {
    return List.of(new Row().with("routerboard", false).done());
  }
}
