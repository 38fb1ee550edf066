package io.tapgate.stories;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The OpenAPI document, as the api serves it. */
record Document(JsonNode whole) {

  /** One door of it. */
  record Operation(String method, String path, JsonNode said) {
    String scope() {
      return said.path("x-scope").asString();
    }

    /** What the document sends there; empty where there is no body. */
    String example() {
      JsonNode example = said.at("/requestBody/content/application~1json/example");
      return example.isMissingNode() ? "" : example.toString();
    }

    /** The path with every number filled in, and the parameters that have an example. */
    String filled(Map<String, ?> numbers) {
      String filled = path;
      for (Map.Entry<String, ?> one : numbers.entrySet()) {
        filled = filled.replace("{" + one.getKey() + "}", one.getValue().toString());
      }
      List<String> query = new ArrayList<>();
      for (JsonNode parameter : said.path("parameters")) {
        if (parameter.path("in").asString().equals("query") && parameter.has("example")) {
          query.add(parameter.path("name").asString() + "=" + parameter.path("example").asString());
        }
      }
      return query.isEmpty() ? filled : filled + "?" + String.join("&", query);
    }

    boolean needsVersion() {
      return said.path("parameters")
          .valueStream()
          .anyMatch(one -> one.path("name").asString().equals("If-Match"));
    }

    /** What it answers when all goes well. */
    int success() {
      return said.path("responses")
          .propertyStream()
          .map(Map.Entry::getKey)
          .mapToInt(Integer::parseInt)
          .min()
          .orElseThrow();
    }

    Optional<JsonNode> answered() {
      JsonNode schema = said.at("/responses/" + success() + "/content/application~1json/schema");
      return schema.isMissingNode() ? Optional.empty() : Optional.of(schema);
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    whole
        .path("paths")
        .propertyStream()
        .forEach(path ->
            path.getValue()
                .propertyStream()
                .forEach(method ->
                    operations.add(
                        new Operation(
                            method.getKey().toUpperCase(Locale.ROOT),
                            path.getKey(),
                            method.getValue()))));
    return operations;
  }

  /** What does not fit the schema; nothing if all does. */
  List<String> misfits(JsonNode schema, JsonNode value) {
    List<String> misfits = new ArrayList<>();
    new Fit(whole, misfits).look("", schema, value);
    return misfits;
  }
}
