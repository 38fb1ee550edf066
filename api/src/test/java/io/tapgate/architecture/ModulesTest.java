package io.tapgate.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.tapgate.Tapgate;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The rooms and the doors between them. */
class ModulesTest {
  /**
   * Beside us lie two other parts: the tests have the playground, and {@code botapi} has telegram,
   * which a wall of its own keeps there.
   */
  private static final ApplicationModules OURS =
      ApplicationModules.of(
          Tapgate.class, resideInAnyPackage("io.tapgate.playground..", "io.tapgate.telegram.."));

  private static final JavaClasses CODE =
      new ClassFileImporter().importPath(Path.of("target/classes"));
  private static final ImportOption EVERYTHING = _ -> true;

  @Test
  void no_room_knows_what_it_may_not() {
    OURS.verify();
  }

  /** As the house is drawn: nothing points back, and what lies at the bottom points nowhere. */
  @Test
  void the_doors_are_where_they_were_planned() {
    assertThat(doors())
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                entry(
                    "router",
                    List.of(
                        "audit",
                        "connection",
                        "client",
                        "driving",
                        "address",
                        "doors",
                        "pulse",
                        "settings",
                        "vault")),
                entry(
                    "chat",
                    List.of("audit", "connection", "client", "driving", "address", "doors")),
                entry(
                    "connection",
                    List.of("audit", "client", "address", "driving", "doors", "pulse", "settings")),
                entry("client", List.of("audit", "address", "settings")),
                entry("audit", List.of("vault", "doors", "pulse", "settings")),
                entry(
                    "admin",
                    List.of(
                        "audit", "connection", "client", "router", "doors", "address", "settings")),
                entry("pulse", List.of("driving")),
                entry("vault", List.of("settings")),
                entry("driving", List.of()),
                entry("doors", List.of()),
                entry("database", List.of()),
                entry("settings", List.of()),
                entry("address", List.of())));
  }

  @ParameterizedTest
  @CsvSource({"below, above", "beside, Hidden"})
  void each_wall_is_seen_to_stop_somebody(String room, String trespass) {
    ApplicationModules wrong =
        ApplicationModules.of("io.tapgate.architecture.wrong.modules", EVERYTHING);
    assertThat(wrong.detectViolations().getMessages())
        .anySatisfy(message -> assertThat(message).contains(room, trespass));
  }

  private static Map<String, List<String>> doors() {
    return OURS.stream()
        .collect(
            Collectors.toMap(
                room -> room.getIdentifier().toString(),
                room -> allowed(room.getBasePackage().getName())));
  }

  /** As our own code declares it: a test's package of the same name would hide it. */
  private static List<String> allowed(String room) {
    JavaPackage explained = CODE.getPackage(room);
    return List.of(explained.getAnnotationOfType(ApplicationModule.class).allowedDependencies());
  }
}
