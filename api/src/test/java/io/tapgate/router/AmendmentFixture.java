package io.tapgate.router;

import java.util.Optional;

/** What admins say of routers, in tests: nothing, but for what is added to it. */
public final class AmendmentFixture {
  private Optional<String> name = Optional.empty();
  private Optional<String> host = Optional.empty();
  private Optional<Integer> port = Optional.empty();
  private Optional<String> username = Optional.empty();
  private Optional<Password> password = Optional.empty();
  private Optional<Trust.Kind> tls = Optional.empty();
  private Optional<String> ca = Optional.empty();
  private Optional<String> fingerprint = Optional.empty();
  private Optional<String> permitList = Optional.empty();
  private LimitWords limits = LimitWords.none();
  private Optional<Boolean> anywhere = Optional.empty();
  private Optional<Boolean> disabled = Optional.empty();

  private AmendmentFixture() {}

  public static AmendmentFixture nothing() {
    return new AmendmentFixture();
  }

  /** A router called cellar, somewhere far away. */
  public static AmendmentFixture cellar() {
    return nothing()
        .name("cellar")
        .host("192.0.2.77")
        .username("tapgate")
        .password("a-long-password")
        .tls("off");
  }

  public AmendmentFixture name(String text) {
    name = Optional.of(text);
    return this;
  }

  public AmendmentFixture host(String text) {
    host = Optional.of(text);
    return this;
  }

  public AmendmentFixture port(int number) {
    port = Optional.of(number);
    return this;
  }

  public AmendmentFixture username(String text) {
    username = Optional.of(text);
    return this;
  }

  public AmendmentFixture password(String text) {
    password = Optional.of(new Password(text));
    return this;
  }

  public AmendmentFixture withoutPassword() {
    password = Optional.empty();
    return this;
  }

  public AmendmentFixture tls(String text) {
    tls = Optional.of(Trust.Kind.read(text));
    return this;
  }

  public AmendmentFixture ca(String text) {
    ca = Optional.of(text);
    return this;
  }

  public AmendmentFixture fingerprint(String text) {
    fingerprint = Optional.of(text);
    return this;
  }

  public AmendmentFixture disabled(boolean truth) {
    disabled = Optional.of(truth);
    return this;
  }

  public AmendmentFixture permitList(String text) {
    permitList = Optional.of(text);
    return this;
  }

  public AmendmentFixture limits(String timeout, String unconfirmed, String ban) {
    limits = new LimitWords(Optional.of(timeout), Optional.of(unconfirmed), Optional.of(ban));
    return this;
  }

  public AmendmentFixture anywhere(boolean said) {
    anywhere = Optional.of(said);
    return this;
  }

  public Amendment build() {
    return new Amendment(
        name,
        host,
        port,
        username,
        password,
        new TrustWords(tls, ca, fingerprint),
        Optional.empty(),
        permitList,
        Optional.empty(),
        limits,
        anywhere,
        disabled);
  }
}
