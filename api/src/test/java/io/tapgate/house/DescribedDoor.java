package io.tapgate.house;

import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** A door of the admin API as the document has it. */
record DescribedDoor(String method, String path, JsonNode description) {

  static List<DescribedDoor> all(Doors doors) {
    return doors
        .get("/docs/openapi.json", "")
        .body()
        .path("paths")
        .propertyStream()
        .flatMap(path ->
            path.getValue()
                .propertyStream()
                .map(door ->
                    new DescribedDoor(
                        door.getKey().toUpperCase(Locale.ROOT), path.getKey(), door.getValue())))
        .toList();
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
