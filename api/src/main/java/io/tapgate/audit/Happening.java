package io.tapgate.audit;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Something that was done: {@code router.added}, {@code key.made}, {@code client.changed}.
 *
 * @param cause the rule or the event behind it, in the words of the room it happened in
 * @param detail what else is known, as lines of {@code name=value}; never a secret
 */
public record Happening(
    String verb, By by, About about, Optional<String> cause, Optional<String> detail) {

  public static Happening of(String verb, By by) {
    if (!verb.matches("[a-z]+\\.[a-z-]+")) {
      throw new IllegalArgumentException(verb + " is no verb such as router.added");
    }
    return new Happening(verb, by, About.nothing(), Optional.empty(), Optional.empty());
  }

  public Happening client(long id) {
    return about(about.client(id));
  }

  public Happening router(long id) {
    return about(about.router(id));
  }

  public Happening key(long id) {
    return about(about.key(id));
  }

  public Happening about(About others) {
    return new Happening(verb, by, others, cause, detail);
  }

  /** More lines of detail, in the order of their names. */
  public Happening with(Map<String, String> more) {
    Happening happening = this;
    for (Map.Entry<String, String> one : new TreeMap<>(more).entrySet()) {
      happening = happening.with(one.getKey(), one.getValue());
    }
    return happening;
  }

  /** One more line of detail. */
  public Happening with(String name, Object value) {
    String line = name + "=" + onOneLine(String.valueOf(value));
    String lines = detail.map(before -> before + "\n" + line).orElse(line);
    return new Happening(verb, by, about, cause, Optional.of(lines));
  }

  /** Nobody's name or note begins a line that we did not write. */
  private static String onOneLine(String value) {
    return value.replace("\\", "\\\\").replace("\r", "\\r").replace("\n", "\\n");
  }
}
