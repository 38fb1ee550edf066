package io.tapgate.admin.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The admin API as its document describes it. */
@Component
class Described {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final JsonNode document = load();

  String json() {
    return JSON.writeValueAsString(document);
  }

  /** What may stand behind the question mark of a door. */
  List<String> parameters(String method, String path) {
    List<String> names = new ArrayList<>();
    JsonNode door = document.path("paths").path(path).path(method.toLowerCase(Locale.ROOT));
    for (JsonNode parameter : door.path("parameters")) {
      if (parameter.path("in").asString("").equals("query")) {
        names.add(parameter.path("name").asString());
      }
    }
    return names;
  }

  private static JsonNode load() {
    Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
    Object document = yaml.load(new String(DocsDoor.read("openapi.yaml"), StandardCharsets.UTF_8));
    return JSON.valueToTree(document);
  }
}
