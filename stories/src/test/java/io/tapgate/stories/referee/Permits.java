package io.tapgate.stories.referee;

import io.tapgate.playground.router.device.Change;
import io.tapgate.playground.router.device.ListNames;
import io.tapgate.stories.referee.Trouble.Whose;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Judges each permit, by how it began and by how it ended.
 *
 * <p>Between the reading that showed a session and the command that permits it, the session may end
 * and its address be given to the next one. Nobody can prevent that from outside a router; so a
 * permit that begins within the reaction time after the end of a session that had the right is
 * taken for that session's, and must be taken back as quickly. No weather extends this.
 */
final class Permits {
  private static final Set<Whose> NEEDED = Set.of(Whose.ROUTER, Whose.TAPGATE);

  private final Course course;
  private final Rights rights;
  private final Patience patience;
  private final Terms terms;
  private final List<Standing> permits;
  private final List<Standing> bans;

  Permits(Course course, Rights rights, Patience patience, Terms terms, ListNames lists) {
    this.course = course;
    this.rights = rights;
    this.patience = patience;
    this.terms = terms;
    this.permits = course.standings(lists.permit());
    this.bans = course.standings(lists.ban());
  }

  Stream<Finding> findings() {
    return permits.stream().flatMap(this::judge);
  }

  private Stream<Finding> judge(Standing permit) {
    Optional<Stay> up = up(permit);
    Optional<Stay> entitled = up.filter(stay -> mayBeIn(stay, permit)).or(() -> before(permit));
    return entitled.isPresent()
        ? Stream.of(
                banned(permit, entitled.get()),
                beside(permit, entitled.get()),
                lasting(permit, entitled.get()))
            .flatMap(found -> found)
        : Stream.of(up.map(stay -> unentitled(permit, stay)).orElseGet(() -> nobody(permit)));
  }

  /** The newest session that was up on the address when the permit was given. */
  private Optional<Stay> up(Standing permit) {
    return course.staysOn(permit).stream()
        .filter(stay -> stay.span().holds(permit.span().first()))
        .reduce((_, newer) -> newer);
  }

  private boolean mayBeIn(Stay stay, Standing permit) {
    return rights.since(stay).filter(since -> !since.isAfter(permit.span().from())).isPresent();
  }

  private Optional<Stay> before(Standing permit) {
    return course.staysOn(permit).stream()
        .filter(stay -> stay.span().last() < permit.span().first())
        .reduce((_, newer) -> newer)
        .filter(stay -> rights.since(stay).isPresent())
        .filter(
            stay -> patience.isQuick(stay.span().until(), permit.span().from(), terms.reaction()));
  }

  private static Finding nobody(Standing permit) {
    return found(Rule.NO_PERMIT_WITHOUT_A_SESSION, permit, "nobody was up on it");
  }

  /** Why not: the first that applies. */
  private Finding unentitled(Standing permit, Stay stay) {
    if (refusedBefore(permit, stay)) {
      return found(Rule.NOBODY_AFTER_NOT_ME, permit, stay);
    }
    if (tappedBefore(permit, rights.own(stay))) {
      return found(Rule.NO_TAP_AFTER_THE_DEADLINE, permit, stay);
    }
    if (tappedBefore(permit, rights.foreign(stay))) {
      return found(Rule.NO_TAP_OF_ANOTHER_PERSON, permit, stay);
    }
    return tappedBefore(permit, rights.elsewhere(stay))
        ? found(Rule.NO_TAP_FOR_ANOTHER_SESSION, permit, stay)
        : found(Rule.NOBODY_WITHOUT_A_TAP, permit, stay);
  }

  private boolean refusedBefore(Standing permit, Stay stay) {
    return rights.refused(stay).filter(tap -> !tap.at().isAfter(permit.span().from())).isPresent();
  }

  private static boolean tappedBefore(Standing permit, Stream<Tap> taps) {
    return taps.anyMatch(tap -> tap.yes() && !tap.at().isAfter(permit.span().from()));
  }

  private Stream<Finding> banned(Standing permit, Stay stay) {
    boolean listed =
        bans.stream()
            .anyMatch(ban ->
                ban.span().holds(stay.span().first())
                    && ban.entry().holds(stay.session().caller()));
    return listed || isRefused(stay)
        ? Stream.of(found(Rule.NOBODY_WHO_IS_BANNED, permit, stay))
        : Stream.empty();
  }

  /** An earlier session of the account was refused, and dropped for it. */
  private boolean isRefused(Stay stay) {
    return course.staysOf(stay.account()).stream()
        .filter(earlier -> earlier.why().equals(Optional.of(Change.Why.REMOVED)))
        .flatMap(earlier ->
            rights.refused(earlier).stream()
                .filter(tap -> tap.at().isBefore(earlier.span().until())))
        .anyMatch(tap ->
            tap.at().isBefore(stay.span().from())
                && stay.span().from().isBefore(tap.at().plus(terms.ban())));
  }

  /** Whoever is on the address as well is let in by the same permit. */
  private Stream<Finding> beside(Standing permit, Stay stay) {
    return course.staysOn(permit).stream()
        .filter(other -> !other.equals(stay))
        .filter(other -> other.span().touches(stay.span()))
        .filter(other -> other.span().touches(permit.span()))
        .filter(other -> !isLeftOut(other, permit, stay))
        .map(other -> found(Rule.NOBODY_BESIDE_ANOTHER, permit, other));
  }

  /** Such a permit may be the loser of a race, too: it must be taken back as quickly as any. */
  private boolean isLeftOut(Stay other, Standing permit, Stay stay) {
    Instant in = later(later(other.span().from(), stay.span().from()), permit.span().from());
    Instant out =
        Stream.of(other.span().until(), stay.span().until(), permit.span().until())
            .reduce(rights.since(other).orElse(Instant.MAX), Permits::earlier);
    return patience.isKept(in, out, terms.reaction(), NEEDED);
  }

  /** Whether it went with the session. */
  private Stream<Finding> lasting(Standing permit, Stay stay) {
    if (stay.why().isEmpty()) {
      return Stream.empty();
    }
    Instant over = later(stay.span().until(), permit.span().from());
    Instant gone = permit.span().until();
    boolean unheard = stay.why().equals(Optional.of(Change.Why.VANISHED));
    boolean kept = unheard || patience.isKept(over, gone, terms.reaction(), NEEDED);
    Duration most = terms.lease().plus(terms.reaction());
    return kept && !gone.isAfter(over.plus(most))
        ? Stream.empty()
        : Stream.of(found(Rule.NO_PERMIT_BEYOND_THE_SESSION, permit, stay));
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Finding found(Rule rule, Standing permit, Stay stay) {
    return found(rule, permit, stay + ", up " + stay.span().from() + " to " + ended(stay));
  }

  private static String ended(Stay stay) {
    return stay.why().map(why -> stay.span().until() + " " + why).orElse("now");
  }

  private static Finding found(Rule rule, Standing permit, String whose) {
    return new Finding(
        rule,
        permit.span().from(),
        "%s stood in PERMIT until %s; %s"
            .formatted(permit.entry().address(), permit.span().until(), whose));
  }
}
