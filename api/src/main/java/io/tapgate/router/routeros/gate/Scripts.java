package io.tapgate.router.routeros.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tapgate.router.gate.Gate;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What router-scripts/ has, with its places filled in for one router. */
final class Scripts {
  private static final Pattern TOKEN =
      Pattern.compile(":local hookToken \"([A-Za-z0-9_.~+/=-]+)\"");
  private static final String PLAIN = "http://";

  private final Gate gate;

  Scripts(Gate gate) {
    this.gate = gate;
  }

  String onUp() {
    return report("on-up.rsc");
  }

  String onDown() {
    return report("on-down.rsc");
  }

  /** The set-up as one text. */
  String prepare(String tapgate, Collection<String> profiles) {
    return text("prepare.rsc")
        .replace("@@TAPGATE_ADDRESS@@", escaped(tapgate))
        .replace("@@API_USERNAME@@", escaped(gate.login().username()))
        .replace("@@API_PASSWORD@@", escaped(gate.login().password()))
        .replace(
            "@@VPN_PROFILES@@",
            profiles.stream().map(Scripts::escaped).collect(Collectors.joining("\"; \"")))
        .replace("@@VPN_UDP_PORTS@@", Gatehouse.UDP_PORTS)
        .replace("@@VPN_TCP_PORTS@@", Gatehouse.TCP_PORTS)
        .replace("@@PERMIT_LIST@@", gate.lists().permit())
        .replace("@@BAN_LIST@@", gate.lists().ban())
        .replace("@@ON_UP@@", escaped(onUp()))
        .replace("@@ON_DOWN@@", escaped(onDown()));
  }

  /** The token that such a script shows. */
  static Optional<String> token(String script) {
    Matcher shown = TOKEN.matcher(script);
    return shown.find() ? Optional.of(shown.group(1)) : Optional.empty();
  }

  /** A Tapgate that is reached without TLS has no certificate to be checked. */
  private String report(String file) {
    String filled =
        text(file)
            .replace("@@API_URL@@", escaped(gate.reports()))
            .replace("@@HOOK_TOKEN@@", escaped(gate.token().value()))
            .replace("@@DENY_LIST@@", gate.lists().deny())
            .replace("@@PERMIT_LIST@@", gate.lists().permit());
    return gate.reports().startsWith(PLAIN) ? filled.replace(" check-certificate=yes", "") : filled;
  }

  /** As it stands between quotes in a script. */
  static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace("\"", "\\\"")
        .replace("$", "\\$")
        .replace("\n", "\\n");
  }

  static String text(String file) {
    try (InputStream in =
        Objects.requireNonNull(Scripts.class.getResourceAsStream("/router-scripts/" + file))) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
