package io.tapgate.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;

/** The rules that the compiler does not know. */
final class Walls {
  private static final String ROOTS =
      "..[address|audit|chat|client|connection|driving|router|vault]";
  private static final Pattern NOBODYS_WORD =
      Pattern.compile(".*(Utils?|Helper|Manager|Impl|Dto|DTO)|Common.*");

  static final ArchRule ROOTS_KNOW_NO_TECHNOLOGY =
      noClasses()
          .that()
          .resideInAPackage(ROOTS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "jakarta.servlet..",
              "java.net.http..",
              "okhttp3..",
              "org.springframework.http..",
              "org.springframework.web..",
              "org.springframework.security..",
              "tools.jackson..",
              "com.fasterxml..",
              "java.sql..",
              "javax.sql..",
              "jakarta.persistence..",
              "org.hibernate..",
              "org.postgresql..",
              "org.springframework.jdbc..",
              "org.springframework.data..",
              "org.springframework.dao..",
              "org.quartz..",
              "org.springframework.scheduling..",
              "io.micrometer..",
              "org.springframework.boot.health..",
              "org.telegram..")
          .because("a root speaks of the domain; technologies live in its leaves");

  static final ArchRule ROUTEROS_STAYS_IN_ITS_LEAF =
      noClasses()
          .that()
          .resideOutsideOfPackage("..routeros..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..routeros..")
          .because("another make of router must fit behind the same door");

  static final ArchRule TELEGRAM_STAYS_IN_ITS_LEAF =
      noClasses()
          .that()
          .resideOutsideOfPackage("..botapi..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.telegram..", "io.tapgate.telegram..")
          .because("another post office must fit behind the same port");

  static final ArchRule EVERY_NAME_IS_SOMEBODYS_WORD =
      noClasses()
          .should()
          .haveNameMatching("(.*[.$])?(" + NOBODYS_WORD.pattern() + ")")
          .because("such a name is a question: whose word is this?");

  /** A start that is refused is told on the bare console: there it is looked for, by people too. */
  static final ArchRule ONE_WAY_TO_LOG =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("io.tapgate.settings.RefusedStart")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.util.logging..")
          .orShould()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .because("whoever reads the log reads one log");

  static final ArchRule WHAT_IS_NEEDED_IS_ASKED_FOR_IN_THE_CONSTRUCTOR =
      noFields()
          .should()
          .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
          .orShould()
          .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
          .orShould()
          .beAnnotatedWith("jakarta.inject.Inject")
          .orShould()
          .beAnnotatedWith("jakarta.annotation.Resource")
          .orShould()
          .beAnnotatedWith("jakarta.persistence.PersistenceContext");

  static final ArchRule NOBODY_SLEEPS =
      noClasses()
          .should()
          .callMethodWhere(
              describe(
                  "somebody sleeps",
                  call ->
                      call.getTarget().getOwner().isEquivalentTo(Thread.class)
                          && call.getTarget().getName().equals("sleep")))
          .because("who waits, waits for something");

  /**
   * Those who may, and why a wrong clock does no harm there: the stopwatch believes whichever of
   * two clocks says more; the watcher is told seconds beside the moment; the pulse is looked after
   * by the steady clock.
   */
  private static final Set<String> ASK_THE_WALL_CLOCK =
      Set.of(
          "io.tapgate.Tapgate",
          "io.tapgate.driving.Stopwatch",
          "io.tapgate.driving.Stopwatch$Mark",
          "io.tapgate.chat.web.WatcherDoor",
          "io.tapgate.pulse.Pulse",
          "io.tapgate.router.routeros.SignedCertificate");

  private static final DescribedPredicate<JavaCall<?>> THE_WALL_CLOCK =
      describe(
          "the machine is asked what time it is",
          call ->
              (call.getTarget().getName().equals("now")
                      && call.getTargetOwner().getPackageName().equals("java.time"))
                  || call.getTarget().getName().equals("currentTimeMillis"));

  static final ArchRule TIME_IS_THE_DATABASES =
      noClasses()
          .that(describe("have no leave to", one -> !ASK_THE_WALL_CLOCK.contains(one.getName())))
          .should()
          .callCodeUnitWhere(THE_WALL_CLOCK)
          .orShould()
          .dependOnClassesThat()
          .haveNameMatching(
              "java[.]time[.](InstantSource|Clock)|java[.]util[.](Date|Calendar)"
                  + "|org[.]quartz[.]DateBuilder")
          .because("a machine's clock may be minutes off; deadlines go by tapgate_now()");

  static final ArchRule EVERY_PACKAGE_IS_EXPLAINED =
      classes().should(liveInAPackageThatIsExplainedAndMarked());

  private Walls() {}

  private static ArchCondition<JavaClass> liveInAPackageThatIsExplainedAndMarked() {
    return new ArchCondition<>("live in a package with a @NullMarked package-info") {
      @Override
      public void check(JavaClass one, ConditionEvents events) {
        boolean marked =
            one.getPackage()
                .tryGetPackageInfo()
                .filter(info -> info.isAnnotatedWith(NullMarked.class))
                .isPresent();
        String message = one.getPackageName() + " has no @NullMarked package-info";
        events.add(new SimpleConditionEvent(one, marked, message));
      }
    };
  }
}
