package io.tapgate.playground.router.scripts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;

/** The scripts of router-scripts/, as they were when this was built. */
public enum ScriptFile {
  PREPARE("prepare.rsc"),
  REMOVE("remove.rsc"),
  ON_UP("on-up.rsc"),
  ON_DOWN("on-down.rsc");

  private final String text;

  ScriptFile(String name) {
    String path = "/router-scripts/" + name;
    try (InputStream in =
        Objects.requireNonNull(ScriptFile.class.getResourceAsStream(path), path)) {
      this.text = new String(in.readAllBytes(), UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /**
   * With its places filled; what stands there means itself, whatever it is. Of a Tapgate without
   * TLS no certificate is checked, as there is none.
   */
  public String filled(Map<String, String> places) {
    String filled = text;
    for (Map.Entry<String, String> place : places.entrySet()) {
      filled = filled.replace("@@" + place.getKey() + "@@", quoted(place.getValue()));
    }
    boolean plain = places.getOrDefault("API_URL", "").startsWith("http://");
    return plain ? filled.replace(" check-certificate=yes", "") : filled;
  }

  static String quoted(String value) {
    return value
        .replace("\\", "\\\\")
        .replace("\"", "\\\"")
        .replace("$", "\\$")
        .replace("\n", "\\n");
  }
}
