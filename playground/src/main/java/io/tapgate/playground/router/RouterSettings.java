package io.tapgate.playground.router;

import io.tapgate.playground.router.device.ListNames;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;

/**
 * What a pretend router is like.
 *
 * @param port where the API listens, on loopback; 0 takes any free port
 * @param username whom the API lets in, with the least rights; {@code admin} has all of them
 * @param adminPassword of the admin, when that is somebody else
 * @param lists what the scripts call the lists
 * @param apiUrl where hooks go; may be told later
 * @param address the router's own address inside the VPN
 * @param tls the router's certificate; empty: plain text
 * @param memory how many happenings its log keeps; older ones are forgotten
 * @param ipv6 whether it has the IPv6 menus
 */
public record RouterSettings(
    int port,
    String username,
    String password,
    String adminPassword,
    ListNames lists,
    URI apiUrl,
    String hookToken,
    RouterVersion version,
    String identity,
    String address,
    TunnelPool pool,
    InstantSource clock,
    Optional<SSLContext> tls,
    int memory,
    boolean ipv6) {

  /** A router for a first look: any free port, no api to report to yet. */
  public static RouterSettings usual() {
    return new RouterSettings(
        0,
        "tapgate",
        "tapgate",
        "admin",
        new ListNames("DENY", "PERMIT", "BAN"),
        URI.create("http://127.0.0.1:8080"),
        "hook-token",
        RouterVersion.parse("7.22"),
        "pretend",
        "10.8.0.1",
        new TunnelPool("10.8.0.2", "10.8.255.254"),
        InstantSource.system(),
        Optional.empty(),
        1_000_000,
        true);
  }

  public RouterSettings withPort(int other) {
    return but(it -> it.port = other);
  }

  public RouterSettings withLogin(String otherName, String otherPassword) {
    return but(it -> {
      it.username = otherName;
      it.password = otherPassword;
    });
  }

  public RouterSettings withAdmin(String otherPassword) {
    return but(it -> it.adminPassword = otherPassword);
  }

  public RouterSettings withLists(ListNames other) {
    return but(it -> it.lists = other);
  }

  public RouterSettings withHooks(URI otherUrl, String otherToken) {
    return but(it -> {
      it.apiUrl = otherUrl;
      it.hookToken = otherToken;
    });
  }

  public RouterSettings withVersion(String other) {
    return but(it -> it.version = RouterVersion.parse(other));
  }

  public RouterSettings withPool(TunnelPool other) {
    return but(it -> it.pool = other);
  }

  public RouterSettings withClock(InstantSource other) {
    return but(it -> it.clock = other);
  }

  public RouterSettings withTls(SSLContext other) {
    return but(it -> it.tls = Optional.of(other));
  }

  public RouterSettings withMemory(int other) {
    return but(it -> it.memory = other);
  }

  /** The IPv6 menus are not there, as with version 6 and its IPv6 package disabled. */
  public RouterSettings withoutIpv6() {
    return but(it -> it.ipv6 = false);
  }

  /** Without the passwords and the token. */
  @Override
  public String toString() {
    return identity + " " + version + " on port " + port;
  }

  private RouterSettings but(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.settled();
  }

  /** One that may still be changed. */
  private static final class Draft {
    int port;
    String username;
    String password;
    String adminPassword;
    ListNames lists;
    URI apiUrl;
    String hookToken;
    RouterVersion version;
    String identity;
    String address;
    TunnelPool pool;
    InstantSource clock;
    Optional<SSLContext> tls;
    int memory;
    boolean ipv6;

    Draft(RouterSettings like) {
      this.port = like.port;
      this.username = like.username;
      this.password = like.password;
      this.adminPassword = like.adminPassword;
      this.lists = like.lists;
      this.apiUrl = like.apiUrl;
      this.hookToken = like.hookToken;
      this.version = like.version;
      this.identity = like.identity;
      this.address = like.address;
      this.pool = like.pool;
      this.clock = like.clock;
      this.tls = like.tls;
      this.memory = like.memory;
      this.ipv6 = like.ipv6;
    }

    RouterSettings settled() {
      return new RouterSettings(
          port,
          username,
          password,
          adminPassword,
          lists,
          apiUrl,
          hookToken,
          version,
          identity,
          address,
          pool,
          clock,
          tls,
          memory,
          ipv6);
    }
  }
}
