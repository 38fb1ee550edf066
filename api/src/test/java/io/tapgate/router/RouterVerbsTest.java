package io.tapgate.router;

import static io.tapgate.connection.ConnectionFixture.connection;
import static io.tapgate.router.AmendmentFixture.cellar;
import static io.tapgate.router.AmendmentFixture.nothing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapgate.audit.By;
import io.tapgate.connection.Announced;
import io.tapgate.connection.ConnectionVerbs;
import io.tapgate.connection.ConnectionsInMemory;
import io.tapgate.connection.RouterId;
import io.tapgate.doors.KeyDigest;
import io.tapgate.settings.Span;
import io.tapgate.vault.VaultFixture;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.transaction.support.TransactionOperations;

/** What admins may say of routers, and what becomes of it. */
class RouterVerbsTest {
  private static final RouterId FIRST = new RouterId(1);
  private static final RouterId CELLAR = new RouterId(2);
  private static final String PIN = "ab".repeat(32);
  private static final Duration DAY = Duration.ofDays(1);
  private static final By BY = By.person(7);

  private final RouterRecordsInMemory records = new RouterRecordsInMemory();
  private final RoutersInMemory routers = new RoutersInMemory();
  private final ConnectionsInMemory connections = new ConnectionsInMemory();
  private final Announced announced = new Announced();
  private final RouterPasswords passwords = new RouterPasswords(VaultFixture.vault("ab"));
  private final OffLimits offLimits = OffLimits.ofAnyMachine();
  private final RouterBook book =
      new RouterBook(records, routers, TransactionOperations.withoutTransaction());
  private final AddingRouters adding =
      new AddingRouters(records, book, passwords, offLimits, RouterFixture.settings(), announced);
  private final ChangingRouters changing =
      new ChangingRouters(records, book, passwords, offLimits, connections, announced);
  private final RemovingRouters removing =
      new RemovingRouters(
          records,
          book,
          connections,
          ConnectionVerbs.disconnecting(connections, announced),
          announced);
  private final RenewingHookTokens renewing = new RenewingHookTokens(records, book, announced);

  @Test
  void a_router_that_is_added_gets_a_token_of_its_own_and_is_known_at_once() {
    RouterOutcome.DoneWithToken done = added(cellar());

    assertThat(done.router().id()).isEqualTo(CELLAR);
    assertThat(done.token().value()).matches("[A-Za-z0-9_-]{43}");
    assertThat(records.hook(CELLAR)).isEqualTo(KeyDigest.of(done.token().value()));
    assertThat(routers.readings()).isEqualTo(1);
  }

  @Test
  void what_is_not_said_of_it_is_as_the_settings_are() {
    Particulars all = added(cellar()).router().particulars();

    assertThat(all.port()).isEqualTo(8729);
    assertThat(all.lists()).isEqualTo(new Router.ListNames("deny", "permit", "ban"));
    assertThat(all.anywhere()).isFalse();
    assertThat(added(cellar().name("attic")).router().particulars().trust())
        .isEqualTo(new Trust.Plain());
  }

  @Test
  void its_password_opens_for_itself_alone() {
    added(cellar().password("open-sesame"));

    LockedPassword locked = records.password(CELLAR);
    assertThat(passwords.open(CELLAR, locked)).contains(new Password("open-sesame"));
    assertThat(passwords.open(new RouterId(3), locked)).isEmpty();
    assertThat(new RouterPasswords(VaultFixture.vault("cd")).open(CELLAR, locked)).isEmpty();
  }

  @Test
  void what_must_be_said_is_asked_for_by_its_field() {
    assertThat(unfit(nothing())).isEqualTo("name");
    assertThat(unfit(nothing().name("cellar"))).isEqualTo("host");
    assertThat(unfit(nothing().name("cellar").host("192.0.2.1"))).isEqualTo("username");
    assertThat(unfit(cellar().withoutPassword())).isEqualTo("password");
    assertThat(announced.events()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "pinned, , , fingerprint",
    "off, , abababababababababababababababababababababababababababababababab, fingerprint",
    "verify, , abababababababababababababababababababababababababababababababab, fingerprint",
    "off, none, , ca",
    "pinned, none, , ca"
  })
  void what_does_not_go_together_is_told_by_its_field(
      String tls, String ca, String fingerprint, String field) {
    AmendmentFixture words = cellar().tls(tls);
    Optional.ofNullable(ca).ifPresent(words::ca);
    Optional.ofNullable(fingerprint).ifPresent(words::fingerprint);
    assertThat(unfit(words)).isEqualTo(field);
  }

  @Test
  void its_limits_are_as_the_settings_say_until_it_gets_its_own_and_again_by_default() {
    assertThat(added(cellar()).router().particulars().limits()).isEqualTo(OwnLimits.none());
    RouterOutcome own = change(nothing().limits("2m", "1", "never"));
    assertThat(limits(own))
        .isEqualTo(
            new OwnLimits(
                Optional.of(Span.parse("2m")), Optional.of(1), Optional.of(Span.parse("never"))));
    assertThat(announced.events(RouterChanged.class).getLast().detail())
        .containsEntry("unconfirmed_timeout", "default → 2m")
        .containsEntry("max_unconfirmed_connections", "default → 1")
        .containsEntry("ban_timeout", "default → never");
    assertThat(limits(change(nothing().name("vault")))).isEqualTo(limits(own));
    assertThat(limits(change(nothing().limits("default", "default", "default"))))
        .isEqualTo(OwnLimits.none());
  }

  private static OwnLimits limits(RouterOutcome outcome) {
    return ((RouterOutcome.Done) outcome).router().particulars().limits();
  }

  @ParameterizedTest
  @CsvSource({
    "never, 3, 1h, must have an end",
    "soon, 3, 1h, such as 90s",
    "5m, 0, 1h, from 1 to 1000",
    "5m, 1001, 1h, from 1 to 1000",
    "5m, three, 1h, from 1 to 1000",
    "5m, 3, long, such as 90s"
  })
  void a_limit_that_is_none_is_told_what_to_write(
      String timeout, String unconfirmed, String ban, String advice) {
    AmendmentFixture words = nothing();
    assertThatThrownBy(() -> words.limits(timeout, unconfirmed, ban))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(advice);
  }

  @Test
  void three_lists_have_three_names() {
    assertThat(unfit(cellar().permitList("deny"))).isEqualTo("deny_list");
  }

  @ParameterizedTest
  @CsvSource({"http://192.0.2.1, alone", "192.0.2.1 or another, alone", "-rf, alone"})
  void a_host_is_one_word(String host, String advice) {
    assertThatThrownBy(() -> cellar().host(host).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(advice);
  }

  @Test
  void a_ca_is_a_certificate_and_never_a_key() {
    assertThatThrownBy(() -> cellar().tls("verify").ca("not a certificate").build())
        .hasMessageContaining("as PEM");
    assertThatThrownBy(() -> cellar().tls("verify").ca("-----BEGIN PRIVATE KEY-----").build())
        .hasMessageContaining("a private key is in it");
  }

  @Test
  void a_fingerprint_has_one_spelling() {
    AmendmentFixture words = cellar().tls("pinned").fingerprint("AB:".repeat(31) + "AB");
    assertThat(added(words).router().particulars().trust()).isEqualTo(new Trust.Pinned(PIN));
  }

  @Test
  void a_name_belongs_to_one_router() {
    added(cellar());
    assertThat(adding.add(cellar().build(), BY)).isEqualTo(new RouterOutcome.NameTaken("cellar"));
    added(cellar().name("attic"));
    assertThat(change(nothing().name("attic"))).isEqualTo(new RouterOutcome.NameTaken("attic"));
    assertThat(change(nothing().name("cellar"))).isInstanceOf(RouterOutcome.Done.class);
  }

  @Test
  void an_address_off_limits_needs_an_admin_who_insists() {
    assertThat(adding.add(cellar().host("169.254.169.254").build(), BY))
        .isInstanceOf(RouterOutcome.KeptAway.class);
    added(cellar().host("127.0.0.1").anywhere(true));
    assertThat(change(nothing().anywhere(false))).isInstanceOf(RouterOutcome.KeptAway.class);
    assertThat(change(nothing().anywhere(false).host("192.0.2.1").password("another")))
        .isInstanceOf(RouterOutcome.Done.class);
  }

  @Test
  void only_what_is_said_is_changed() {
    added(cellar().tls("pinned").fingerprint(PIN));

    RouterOutcome changed = change(nothing().host("192.0.2.78").password("another"));

    RouterRecord now = ((RouterOutcome.Done) changed).router();
    assertThat(now.version()).isEqualTo(1);
    assertThat(now.particulars().host()).isEqualTo("192.0.2.78");
    assertThat(now.particulars().trust()).isEqualTo(new Trust.Pinned(PIN));
    assertThat(passwords.open(CELLAR, records.password(CELLAR))).isPresent();
  }

  @Test
  void a_change_that_changes_nothing_is_none() {
    added(cellar());
    announced.forget();
    assertThat(change(nothing().host("192.0.2.77")))
        .isEqualTo(new RouterOutcome.Done(records.find(CELLAR).orElseThrow()));
    assertThat(announced.events()).isEmpty();
  }

  @Test
  void whoever_read_an_earlier_version_is_told_so() {
    added(cellar());
    change(nothing().permitList("in"));
    assertThat(changing.change(CELLAR, Optional.of(0), nothing().permitList("on").build(), BY))
        .isEqualTo(new RouterOutcome.ChangedMeanwhile(1));
    assertThat(changing.change(CELLAR, Optional.of(1), nothing().permitList("on").build(), BY))
        .isInstanceOf(RouterOutcome.Done.class);
  }

  @Test
  void the_environments_router_follows_the_environment() {
    RouterOutcome no = new RouterOutcome.FollowsTheEnvironment();
    assertThat(changing.change(FIRST, Optional.empty(), nothing().build(), BY)).isEqualTo(no);
    assertThat(removing.remove(FIRST, BY)).isEqualTo(no);
    assertThat(renewing.renew(FIRST, DAY, BY)).isEqualTo(no);
  }

  @Test
  void a_router_that_is_not_there_is_told_apart() {
    RouterOutcome no = new RouterOutcome.Unknown();
    RouterId nobody = new RouterId(9);
    assertThat(changing.change(nobody, Optional.empty(), nothing().build(), BY)).isEqualTo(no);
    assertThat(removing.remove(nobody, BY)).isEqualTo(no);
    assertThat(renewing.renew(nobody, DAY, BY)).isEqualTo(no);
  }

  @Test
  void a_router_in_use_is_not_removed() {
    added(cellar());
    connections.put(connection().through(CELLAR.value()).build());
    assertThat(removing.remove(CELLAR, BY)).isEqualTo(new RouterOutcome.InUse(1));
    assertThat(records.find(CELLAR)).isPresent();
  }

  @Test
  void a_router_that_is_removed_is_owed_nothing() {
    added(cellar());
    connections.put(connection().through(CELLAR.value()).expired().build());
    assertThat(removing.remove(CELLAR, BY)).isInstanceOf(RouterOutcome.Done.class);
    assertThat(records.find(CELLAR)).isEmpty();
    assertThat(connections.owed(CELLAR, 9)).isEmpty();
  }

  @Test
  void a_router_in_use_is_not_disabled_and_one_that_is_disabled_is_owed_nothing() {
    added(cellar());
    connections.put(connection().through(CELLAR.value()).build());
    assertThat(change(nothing().disabled(true))).isEqualTo(new RouterOutcome.InUse(1));
    connections.put(connection().through(CELLAR.value()).expired().build());

    RouterOutcome.Done done = (RouterOutcome.Done) change(nothing().disabled(true));

    assertThat(done.router().particulars().disabled()).isTrue();
    assertThat(connections.owed(CELLAR, 9)).isEmpty();
    assertThat(change(nothing().disabled(false))).isInstanceOf(RouterOutcome.Done.class);
  }

  @Test
  void another_token_takes_the_place_of_the_one_before() {
    HookToken before = added(cellar()).token();
    RouterOutcome.DoneWithToken renewed =
        (RouterOutcome.DoneWithToken) renewing.renew(CELLAR, DAY, BY);
    assertThat(renewed.token()).isNotEqualTo(before);
    assertThat(records.hook(CELLAR)).isEqualTo(renewed.token().digest());
  }

  @Test
  void each_change_is_announced_with_who_and_what_and_without_a_secret() {
    added(cellar());
    change(nothing().host("192.0.2.78").password("another-password"));
    renewing.renew(CELLAR, DAY, BY);
    removing.remove(CELLAR, BY);

    assertThat(announced.events(RouterChanged.class))
        .extracting(RouterChanged::what)
        .containsExactly(
            RouterChanged.What.ADDED,
            RouterChanged.What.CHANGED,
            RouterChanged.What.HOOK_TOKEN_RENEWED,
            RouterChanged.What.REMOVED);
    assertThat(announced.events(RouterChanged.class))
        .allMatch(event -> event.by().equals(BY) && event.router().equals(CELLAR));
    assertThat(announced.events(RouterChanged.class).get(1).detail())
        .containsEntry("host", "192.0.2.77 → 192.0.2.78")
        .containsEntry("password", "written anew");
    assertThat(announced.events().toString()).doesNotContain("a-long-password", "another-password");
  }

  @Test
  void nothing_that_is_secret_shows_in_a_text() {
    RouterOutcome.DoneWithToken done = added(cellar());
    assertThat(cellar().build().toString()).doesNotContain("a-long-password");
    assertThat(done.toString()).doesNotContain(done.token().value(), "a-long-password");
  }

  private RouterOutcome.DoneWithToken added(AmendmentFixture words) {
    return (RouterOutcome.DoneWithToken) adding.add(words.build(), BY);
  }

  private RouterOutcome change(AmendmentFixture words) {
    return changing.change(CELLAR, Optional.empty(), words.build(), BY);
  }

  private String unfit(AmendmentFixture words) {
    return ((RouterOutcome.Unfit) adding.add(words.build(), BY)).field();
  }
}
