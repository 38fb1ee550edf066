package io.tapgate.cli;

import io.tapgate.cli.api.Api;
import io.tapgate.cli.api.Failure;
import io.tapgate.cli.api.Json;
import io.tapgate.cli.api.Pages;
import io.tapgate.cli.api.Query;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which router is meant. Where there is only one, nobody has to say. */
final class OnRouter {
  @Option(
      names = "--router",
      paramLabel = "ROUTER",
      description = "The router's name, or '#id'. May be left out if there is only one.")
  @Nullable String name;

  /**
   * The router that is meant.
   *
   * @param label what messages call it
   */
  record Meant(String label, String path) {}

  Meant found(Api api) {
    return name == null ? only(api) : new Meant(name, new Named(api).router(name));
  }

  private static Meant only(Api api) {
    List<Json> all = Pages.all(api, new Query("/routers"));
    if (all.size() != 1) {
      throw Failure.typed(
          all.isEmpty()
              ? "there is no router yet. See ./tapgate router add --help"
              : "on which router? Give --router: " + names(all));
    }
    Json one = all.getFirst();
    return new Meant(one.text("name"), "/routers/" + one.text("id"));
  }

  private static String names(List<Json> routers) {
    return routers.stream().map(one -> one.text("name")).collect(Collectors.joining(", "));
  }
}
