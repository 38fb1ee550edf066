package io.tapgate.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.doors.Needs;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The document has each door of the admin API, and no other. What it says of them: the stories. */
class DocumentTest extends House {
  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping mapping;

  @Test
  void every_door_is_described_with_its_scope_and_nothing_else_is() {
    assertThat(described()).isEqualTo(doorways()).hasSizeGreaterThan(25);
  }

  private Map<String, String> doorways() {
    Map<String, String> doorways = new TreeMap<>();
    mapping
        .getHandlerMethods()
        .forEach((where, door) -> {
          Needs needs = door.getMethodAnnotation(Needs.class);
          String scope = needs == null ? "none" : needs.value().toString();
          where.getPatternValues().stream()
              .filter(path -> path.startsWith("/api/v1"))
              .forEach(path ->
                  where
                      .getMethodsCondition()
                      .getMethods()
                      .forEach(method -> doorways.put(method + " " + path, scope)));
        });
    return doorways;
  }

  private Map<String, String> described() {
    return DescribedDoor.all(doors).stream()
        .collect(
            Collectors.toMap(
                DescribedDoor::toString, door -> door.description().path("x-scope").asString()));
  }
}
