package io.tapgate.playground.router.rsc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.tapgate.playground.router.rsc.Expression.Block;
import java.util.HashMap;
import java.util.Map;

/** A script that was read and can be run. */
public final class Script {
  private final Block body;

  private Script(Block body) {
    this.body = body;
  }

  /** A {@link ScriptError} if a router could not read it. */
  public static Script of(String source) {
    return new Script(Parser.parse(bytes(source)));
  }

  /**
   * Runs to its end, or to its first error.
   *
   * @param given what is known from the beginning, such as {@code user} and {@code remote-address}
   */
  public void run(Machine machine, Map<String, String> given) {
    Map<String, Value> known = new HashMap<>();
    given.forEach((name, text) -> known.put(name, new Value.Text(bytes(text))));
    try {
      Value _ = new Runner(machine).run(body, Scope.of(known));
    } catch (Runner.Returned _) {
      // A script may end itself like this, too.
      return;
    }
  }

  /** Each byte of the text as one char: that is how a router counts and cuts it. */
  static String bytes(String text) {
    return new String(text.getBytes(UTF_8), ISO_8859_1);
  }

  static String text(String bytes) {
    return new String(bytes.getBytes(ISO_8859_1), UTF_8);
  }
}
