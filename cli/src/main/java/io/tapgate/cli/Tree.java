package io.tapgate.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;

/** Every command there is: the nouns, each with its verbs. */
final class Tree {
  private Tree() {}

  /** The whole tree where it is needed; reading all verbs costs more than one command does. */
  static CommandLine of(Surroundings surroundings, List<String> words) {
    Tapgate tapgate = new Tapgate(surroundings);
    CommandLine tree = new CommandLine(tapgate);
    Map<String, Supplier<Object>> nouns = nouns(tapgate);
    String first = words.stream().filter(word -> !word.startsWith("-")).findFirst().orElse("");
    nouns.forEach((noun, verbs) -> {
      if (noun.equals(first) || !nouns.containsKey(first) || first.equals("completion")) {
        tree.addSubcommand(noun, verbs.get());
      }
    });
    return Complaints.heardBy(tree, surroundings);
  }

  private static Map<String, Supplier<Object>> nouns(Tapgate tapgate) {
    Map<String, Supplier<Object>> nouns = new LinkedHashMap<>();
    nouns.put("status", () -> new Status(tapgate));
    nouns.put("why", () -> new Why(tapgate));
    nouns.put("client", () -> new ClientVerbs(tapgate));
    nouns.put("connection", () -> new ConnectionVerbs(tapgate));
    nouns.put("ban", () -> new BanVerbs(tapgate));
    nouns.put("router", () -> new RouterVerbs(tapgate));
    nouns.put("account", () -> new AccountVerbs(tapgate));
    nouns.put("key", () -> new KeyVerbs(tapgate));
    nouns.put("audit", () -> new AuditVerbs(tapgate));
    nouns.put("completion", () -> new Completion(tapgate));
    return nouns;
  }
}
