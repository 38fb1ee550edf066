package io.tapgate.playground.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** The page's own files, by the path they are asked for. Nothing else can be had. */
final class Files {
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml");

  private static final Map<String, String> NAMES =
      Map.of(
          "/", "index.html",
          "/page.css", "page.css",
          "/page.js", "page.js",
          "/router.js", "router.js",
          "/phone.js", "phone.js",
          "/drawing.js", "drawing.js",
          "/icon.svg", "icon.svg",
          "/chevron.svg", "chevron.svg");

  private Files() {}

  static Optional<Reply> find(String path) {
    return Optional.ofNullable(NAMES.get(path)).map(Files::read);
  }

  private static Reply read(String name) {
    try (InputStream file = Files.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException("the page's file " + name + " is missing");
      }
      return new Reply(200, type(name), new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the page's file " + name, unreadable);
    }
  }

  private static String type(String name) {
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    return type == null ? "application/octet-stream" : type;
  }
}
