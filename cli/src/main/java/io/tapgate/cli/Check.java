package io.tapgate.cli;

import io.tapgate.cli.api.Answer;
import io.tapgate.cli.api.Body;
import io.tapgate.cli.api.Failure;
import io.tapgate.cli.api.Json;
import io.tapgate.cli.api.Pages;
import io.tapgate.cli.api.Query;
import io.tapgate.cli.console.Plain;
import io.tapgate.cli.console.Wrapped;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Has routers looked at, and says what is wrong, what comes of it, and what to do. */
final class Check {
  private static final int INDENT = 4;

  private final Tapgate tapgate;

  Check(Tapgate tapgate) {
    this.tapgate = tapgate;
  }

  /** One router, or all of them. Ends with an error where there is a problem. */
  void run(@Nullable String router) {
    List<Json> checked = new ArrayList<>();
    for (String path : paths(router)) {
      Answer answer = tapgate.api().postPatiently(path + "/check", Body.empty());
      checked.add(answer.json());
      if (!tapgate.json()) {
        tapgate.print(text(answer.json()));
      }
    }
    if (tapgate.json()) {
      tapgate.print(json(router, checked) + "\n");
    }
    long problems = checked.stream().mapToLong(one -> count(one, "problem")).sum();
    if (problems > 0) {
      throw Failure.outside(problems == 1 ? "1 problem." : problems + " problems.");
    }
  }

  private List<String> paths(@Nullable String router) {
    return router != null
        ? List.of(new Named(tapgate.api()).router(router))
        : Pages.all(tapgate.api(), new Query("/routers")).stream()
            .map(one -> "/routers/" + one.text("id"))
            .toList();
  }

  private static String json(@Nullable String router, List<Json> checked) {
    return router != null
        ? checked.getFirst().write()
        : new Json(checked.stream().map(Json::value).toList()).write();
  }

  private static long count(Json checked, String weight) {
    return checked.items("items").stream().filter(one -> one.text("weight").equals(weight)).count();
  }

  private String text(Json checked) {
    StringBuilder text = new StringBuilder();
    List<Json> findings = checked.items("items");
    String name = checked.get("router").text("name");
    line(text, 0, name + ": " + (findings.isEmpty() ? "all is as it should be." : summed(checked)));
    for (Json one : findings) {
      line(text, 2, one.text("weight") + ": " + one.text("what") + " [" + one.text("code") + "]");
      line(text, INDENT, one.text("means"));
      line(text, INDENT, one.text("todo"));
    }
    return text.toString();
  }

  private static String summed(Json checked) {
    return counted(count(checked, "problem"), "problem")
        + ", "
        + counted(count(checked, "warning"), "warning");
  }

  private static String counted(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  private void line(StringBuilder text, int indent, String words) {
    int room = tapgate.terminal().columns() - indent;
    text.append(" ".repeat(indent))
        .append(Wrapped.text(Plain.of(words), room, Math.max(indent, INDENT)))
        .append('\n');
  }
}
