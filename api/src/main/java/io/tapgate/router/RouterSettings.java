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
 * @param reconcileEvery how often a router is compared with the record as a whole
 * @param reportTo where routers reach Tapgate; empty: whoever prepares one says it
 * @param silentAfter for how long a router may not answer before the admins are told
 * @param neverBan addresses and networks that are never put into the ban list
 */
@Validated
@ConfigurationProperties("tapgate.router")
public record RouterSettings(
    @NotBlank(message = RouterTerms.NAME)
        @Size(max = RouterTerms.LONGEST_NAME, message = RouterTerms.NAME)
        String name,
    @NotBlank(message = RouterTerms.HOST_NEEDED) String host,
    @Min(value = 1, message = RouterTerms.PORT) @Max(value = 65535, message = RouterTerms.PORT)
        int port,
    @NotBlank(message = RouterTerms.USERNAME) String username,
    @NotBlank(message = RouterTerms.PASSWORD) String password,
    @Pattern(regexp = Trust.Kind.FORM, message = Trust.Kind.ADVICE) String tls,
    String ca,
    @Pattern(regexp = "|" + RouterTerms.FINGERPRINT, message = RouterTerms.FINGERPRINT_FORM)
        String fingerprint,
    @Pattern(regexp = RouterTerms.LIST, message = RouterTerms.LIST_FORM) String denyList,
    @Pattern(regexp = RouterTerms.LIST, message = RouterTerms.LIST_FORM) String permitList,
    @Pattern(regexp = RouterTerms.LIST, message = RouterTerms.LIST_FORM) String banList,
    @Bounded(atLeast = SHORTEST_LEASE) Span permitLease,
    @Bounded(atLeast = SHORTEST_ROUND) Span reconcileEvery,
    @Pattern(regexp = "|" + RouterTerms.REPORTS, message = RouterTerms.REPORTS_FORM)
        String reportTo,
    @Bounded(atLeast = SHORTEST_SILENCE) Span silentAfter,
    List<Network> neverBan) {

  /** Renewed after ten seconds, it outlives a try that fails and a driver's take-over. */
  private static final String SHORTEST_LEASE = "30s";

  /** A round makes the router walk through its lists. */
  private static final String SHORTEST_ROUND = "10s";

  /** A router that is rebooted is back within that. */
  private static final String SHORTEST_SILENCE = "1m";

  private static final int USUAL_PORT = 8729;
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

  Duration compareEvery() {
    return reconcileEvery.bounded();
  }

  Duration patience() {
    return silentAfter.bounded();
  }

  Duration renewEvery() {
    return lease().dividedBy(RENEWALS);
  }

  /** The router these settings describe. */
  public Router router(RouterId id) {
    return particulars().router(id, new Password(password));
  }

  /** Nobody judges its address: who writes the environment may write anything. */
  public Particulars particulars() {
    return new Particulars(
        name, host, port, username, trust(), lists(), OwnLimits.none(), true, false);
  }

  /** What holds for a router that an admin adds where nothing else is said. */
  Particulars unnamed() {
    return new Particulars(
        "",
        "",
        USUAL_PORT,
        "",
        new Trust.Verified(Optional.empty()),
        lists(),
        OwnLimits.none(),
        false,
        false);
  }

  private Router.ListNames lists() {
    return new Router.ListNames(denyList, permitList, banList);
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
