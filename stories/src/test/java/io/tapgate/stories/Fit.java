package io.tapgate.stories;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Holds a value against the part of JSON Schema that our document uses. */
record Fit(JsonNode document, List<String> misfits) {

  void look(String at, JsonNode schema, JsonNode value) {
    if (schema.has("$ref")) {
      look(at, document.at(schema.path("$ref").asString().substring(1)), value);
      return;
    }
    if (!isOf(schema.path("type"), value)) {
      misfits.add(at + " is " + value + ", not " + schema.path("type"));
      return;
    }
    if (schema.has("enum") && schema.path("enum").valueStream().noneMatch(value::equals)) {
      misfits.add(at + " is " + value + ", none of " + schema.path("enum"));
    }
    if (value.isObject()) {
      lookInto(at, schema, value);
    }
    if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        look(at + "/" + i, schema.path("items"), value.get(i));
      }
    }
  }

  private void lookInto(String at, JsonNode schema, JsonNode value) {
    schema
        .path("required")
        .valueStream()
        .map(JsonNode::asString)
        .filter(name -> !value.has(name))
        .forEach(name -> misfits.add(at + " has no " + name));
    for (Map.Entry<String, JsonNode> one : value.properties()) {
      JsonNode known = schema.path("properties").path(one.getKey());
      if (known.isMissingNode()) {
        misfits.add(at + "/" + one.getKey() + " is not in the document");
      } else {
        look(at + "/" + one.getKey(), known, one.getValue());
      }
    }
  }

  private static boolean isOf(JsonNode type, JsonNode value) {
    return type.isArray()
        ? type.valueStream().anyMatch(one -> isOf(one.asString(), value))
        : isOf(type.asString(), value);
  }

  private static boolean isOf(String type, JsonNode value) {
    return switch (type) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isString();
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      case "boolean" -> value.isBoolean();
      case "null" -> value.isNull();
      default -> throw new IllegalArgumentException("no such type: " + type);
    };
  }
}
