package io.tapgate.playground.router;

import io.tapgate.playground.router.device.ListNames;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * What a pretend router is like.
 *
 * @param port where the API listens, on loopback; 0 takes any free port
 * @param username the account the API takes
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
    return new RouterSettings(
        other, username, password, lists, apiUrl, hookToken, version, identity, address, pool,
        clock, tls, memory, ipv6);
  }

  public RouterSettings withLogin(String otherName, String otherPassword) {
    return new RouterSettings(
        port,
        otherName,
        otherPassword,
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

  public RouterSettings withLists(ListNames other) {
    return new RouterSettings(
        port, username, password, other, apiUrl, hookToken, version, identity, address, pool, clock,
        tls, memory, ipv6);
  }

  public RouterSettings withHooks(URI otherUrl, String otherToken) {
    return new RouterSettings(
        port,
        username,
        password,
        lists,
        otherUrl,
        otherToken,
        version,
        identity,
        address,
        pool,
        clock,
        tls,
        memory,
        ipv6);
  }

  public RouterSettings withVersion(String other) {
    return new RouterSettings(
        port,
        username,
        password,
        lists,
        apiUrl,
        hookToken,
        RouterVersion.parse(other),
        identity,
        address,
        pool,
        clock,
        tls,
        memory,
        ipv6);
  }

  public RouterSettings withPool(TunnelPool other) {
    return new RouterSettings(
        port, username, password, lists, apiUrl, hookToken, version, identity, address, other,
        clock, tls, memory, ipv6);
  }

  public RouterSettings withClock(InstantSource other) {
    return new RouterSettings(
        port, username, password, lists, apiUrl, hookToken, version, identity, address, pool, other,
        tls, memory, ipv6);
  }

  public RouterSettings withTls(SSLContext other) {
    return new RouterSettings(
        port,
        username,
        password,
        lists,
        apiUrl,
        hookToken,
        version,
        identity,
        address,
        pool,
        clock,
        Optional.of(other),
        memory,
        ipv6);
  }

  public RouterSettings withMemory(int other) {
    return new RouterSettings(
        port, username, password, lists, apiUrl, hookToken, version, identity, address, pool, clock,
        tls, other, ipv6);
  }

  /** The IPv6 menus are not there, as with version 6 and its IPv6 package disabled. */
  public RouterSettings withoutIpv6() {
    return new RouterSettings(
        port, username, password, lists, apiUrl, hookToken, version, identity, address, pool, clock,
        tls, memory, false);
  }

  /** Without the password and the token. */
  @Override
  public String toString() {
    return identity + " " + version + " on port " + port;
  }
}
