package io.tapgate.cli;

import io.tapgate.cli.api.Answer;
import io.tapgate.cli.api.Body;
import io.tapgate.cli.api.Failure;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The same account on several routers, each with a password of its own. What fails on one holds up
 * no other; all that failed is told at the end.
 */
final class NewAccounts {
  private final Tapgate tapgate;
  private final Map<String, String> paths = new LinkedHashMap<>();

  NewAccounts(Tapgate tapgate) {
    this.tapgate = tapgate;
  }

  /**
   * @param label what messages call the router
   */
  NewAccounts on(String label, String path) {
    paths.put(label, path);
    return this;
  }

  void make(String name, Body body) {
    Map<String, Failure> failed = new LinkedHashMap<>();
    paths.forEach((router, path) -> {
      try {
        show(name, router, tapgate.api().post(path + "/accounts", body));
      } catch (Failure failure) {
        failed.put(router, failure);
      }
    });
    if (!failed.isEmpty()) {
      throw together(failed);
    }
  }

  private void show(String name, String router, Answer answer) {
    if (!tapgate.json()) {
      tapgate.note("The password of " + name + " on " + router + ", shown this once:");
    }
    tapgate.tell(answer, made -> made.text("password"));
  }

  private static Failure together(Map<String, Failure> failed) {
    StringBuilder sentences = new StringBuilder();
    failed.forEach((router, failure) ->
        sentences
            .append(sentences.isEmpty() ? "" : "\n")
            .append(router)
            .append(": ")
            .append(failure.sentence()));
    boolean typed = failed.values().stream().allMatch(one -> one.exitCode() == 2);
    return typed ? Failure.typed(sentences.toString()) : Failure.outside(sentences.toString());
  }
}
