package io.tapgate.admin.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The document that describes the admin API, for programs and for people. It holds no secret, so
 * anyone may read it.
 */
@RestController
class DocsDoor {
  private static final String NOTHING_FROM_ELSEWHERE =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private static final Map<String, MediaType> FILES =
      Map.of(
          "docs.css", MediaType.valueOf("text/css;charset=UTF-8"),
          "docs.js", MediaType.valueOf("text/javascript;charset=UTF-8"),
          "openapi.yaml", MediaType.valueOf("application/yaml;charset=UTF-8"));

  private final String json;

  DocsDoor(Described described) {
    this.json = described.json();
  }

  @GetMapping("/docs")
  ResponseEntity<byte[]> page() {
    return served("docs.html", MediaType.valueOf("text/html;charset=UTF-8"));
  }

  @GetMapping("/docs/openapi.json")
  ResponseEntity<String> document() {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(json);
  }

  @GetMapping("/docs/{file}")
  ResponseEntity<?> file(@PathVariable String file) {
    MediaType type = FILES.get(file);
    return type == null ? Answers.unknown("page") : served(file, type);
  }

  private static ResponseEntity<byte[]> served(String file, MediaType type) {
    return ResponseEntity.ok()
        .contentType(type)
        .header("Content-Security-Policy", NOTHING_FROM_ELSEWHERE)
        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
        .body(read(file));
  }

  static byte[] read(String file) {
    try (InputStream in = new ClassPathResource("docs/" + file).getInputStream()) {
      return in.readAllBytes();
    } catch (IOException missing) {
      throw new IllegalStateException("docs/" + file + " is not in the jar", missing);
    }
  }
}
