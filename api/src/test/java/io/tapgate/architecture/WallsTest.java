package io.tapgate.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each wall stands, and each was seen to stop somebody. */
class WallsTest {
  private static final JavaClasses OURS =
      imported(from -> from.importPath(Path.of("target/classes")));
  private static final JavaClasses WRONG =
      imported(from -> from.importPackages("io.tapgate.architecture.wrong"));

  @ParameterizedTest(name = "{0}")
  @MethodSource("walls")
  void our_code_keeps_the_rule(ArchRule wall, String trespasser) {
    assertThat(OURS).hasSizeGreaterThan(200);
    wall.check(OURS);
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("walls")
  void the_rule_is_seen_to_fail(ArchRule wall, String trespasser) {
    assertThat(wall.evaluate(WRONG).getFailureReport().getDetails())
        .anySatisfy(detail -> assertThat(detail).contains(trespasser));
  }

  static Stream<Arguments> walls() {
    return Stream.of(
        Arguments.of(Walls.ROOTS_KNOW_NO_TECHNOLOGY, "wrong.chat.KnowsSql"),
        Arguments.of(Walls.ROOTS_KNOW_NO_TECHNOLOGY, "wrong.chat.KnowsJson"),
        Arguments.of(Walls.ROOTS_KNOW_NO_TECHNOLOGY, "wrong.router.KnowsHttp"),
        Arguments.of(Walls.ROOTS_KNOW_NO_TECHNOLOGY, "wrong.router.KnowsQuartz"),
        Arguments.of(Walls.ROUTEROS_STAYS_IN_ITS_LEAF, "wrong.router.KnowsRouteros"),
        Arguments.of(Walls.TELEGRAM_STAYS_IN_ITS_LEAF, "wrong.chat.KnowsTelegram"),
        Arguments.of(Walls.TELEGRAM_STAYS_IN_ITS_LEAF, "wrong.chat.KnowsTheWayToTelegram"),
        Arguments.of(Walls.EVERY_NAME_IS_SOMEBODYS_WORD, "wrong.names.AddressUtils"),
        Arguments.of(Walls.EVERY_NAME_IS_SOMEBODYS_WORD, "wrong.names.RouterManager"),
        Arguments.of(Walls.EVERY_NAME_IS_SOMEBODYS_WORD, "wrong.names.CommonWords"),
        Arguments.of(Walls.EVERY_NAME_IS_SOMEBODYS_WORD, "wrong.names.Nested$ConnectionDto"),
        Arguments.of(Walls.ONE_WAY_TO_LOG, "wrong.habits.Prints"),
        Arguments.of(Walls.ONE_WAY_TO_LOG, "wrong.habits.LogsElsewhere"),
        Arguments.of(Walls.WHAT_IS_NEEDED_IS_ASKED_FOR_IN_THE_CONSTRUCTOR, "wrong.habits.Injected"),
        Arguments.of(Walls.NOBODY_SLEEPS, "wrong.habits.Sleeps"),
        Arguments.of(Walls.TIME_IS_THE_DATABASES, "wrong.habits.LooksAtTheWall.moment"),
        Arguments.of(Walls.TIME_IS_THE_DATABASES, "wrong.habits.LooksAtTheWall.millis"),
        Arguments.of(Walls.TIME_IS_THE_DATABASES, "wrong.habits.LooksAtTheWall.clock"),
        Arguments.of(Walls.EVERY_PACKAGE_IS_EXPLAINED, "wrong.unexplained"));
  }

  /** Names are all that the walls look at: the insides of other people's classes are not read. */
  private static JavaClasses imported(Function<ClassFileImporter, JavaClasses> from) {
    return ArchConfiguration.withThreadLocalScope((ArchConfiguration names) -> {
      names.setResolveMissingDependenciesFromClassPath(false);
      return from.apply(new ClassFileImporter());
    });
  }
}
