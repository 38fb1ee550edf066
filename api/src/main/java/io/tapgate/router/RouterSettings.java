package io.tapgate.router;

import io.tapgate.address.Network;
import io.tapgate.connection.RouterId;
import io.tapgate.settings.Bounded;
import io.tapgate.settings.Span;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The first router, as the environment describes it, and how long a permit lasts.
 *
 * @param permitLease after this, a permit that nobody renews ends by itself
 * @param neverBan addresses and networks that are never put into the ban list
 */
@Validated
@ConfigurationProperties("tapgate.router")
public record RouterSettings(
    @NotBlank(message = NAME) @Size(max = 64, message = NAME) String name,
    @NotBlank(message = "write the router's host name or address") String host,
    @Min(value = 1, message = PORT) @Max(value = 65535, message = PORT) int port,
    @NotBlank(message = "write the name of Tapgate's own user on the router") String username,
    @NotBlank(message = "write the password of that user") String password,
    @Pattern(regexp = "verify|pinned|off", message = "write verify, pinned or off") String tls,
    String ca,
    @Pattern(
            regexp = "|([0-9A-Fa-f]{2}:?){32}",
            message = "write the SHA-256 of the certificate: 64 hex digits")
        String fingerprint,
    @Pattern(regexp = LIST, message = LIST_FORM) String denyList,
    @Pattern(regexp = LIST, message = LIST_FORM) String permitList,
    @Pattern(regexp = LIST, message = LIST_FORM) String banList,
    @Bounded(atLeast = SHORTEST_LEASE) Span permitLease,
    List<Network> neverBan) {

  private static final String NAME =
      "write a name for the router of at most 64 characters, such as office";
  private static final String PORT = "write a port from 1 to 65535 (api-ssl is 8729, api is 8728)";
  private static final String LIST = "[A-Za-z0-9][A-Za-z0-9_.-]{0,62}";
  private static final String LIST_FORM =
      "write a list name of 1 to 63 letters, digits or any of _ . -";

  /** Renewed after ten seconds, it outlives a try that fails and a driver's take-over. */
  private static final String SHORTEST_LEASE = "30s";

  private static final int LISTS = 3;
  private static final int RENEWALS = 3;

  public RouterSettings {
    neverBan = List.copyOf(neverBan);
    if (Stream.of(denyList, permitList, banList).distinct().count() < LISTS) {
      throw new IllegalArgumentException(
          "DENY_LIST, PERMIT_LIST and PERMANENT_BAN_LIST: write three different names");
    }
    if (tls.equals("pinned") && fingerprint.isEmpty()) {
      throw new IllegalArgumentException(
          "ROUTER_TLS=pinned needs ROUTER_FINGERPRINT: write the SHA-256 of the certificate there");
    }
    if (!ca.isEmpty() && !Files.isReadable(Path.of(ca))) {
      throw new IllegalArgumentException(
          "ROUTER_CA: there is no readable file; write the path of the CA certificate (PEM)");
    }
  }

  /** How long a permit stands without being renewed. */
  Duration lease() {
    return permitLease.bounded();
  }

  Duration renewEvery() {
    return lease().dividedBy(RENEWALS);
  }

  /** The router these settings describe. */
  public Router router(RouterId id) {
    return new Router(
        id,
        name,
        host,
        port,
        new Router.Login(username, password),
        trust(),
        new Router.ListNames(denyList, permitList, banList));
  }

  private Trust trust() {
    return switch (tls) {
      case "off" -> new Trust.Plain();
      case "pinned" -> new Trust.Pinned(fingerprint.replace(":", ""));
      default -> new Trust.Verified(Optional.of(ca).filter(file -> !file.isEmpty()).map(Path::of));
    };
  }

  @Override
  public String toString() {
    return name + " at " + host + ":" + port;
  }
}
