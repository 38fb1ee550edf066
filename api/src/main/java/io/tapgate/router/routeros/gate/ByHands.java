package io.tapgate.router.routeros.gate;

import io.tapgate.router.gate.Gate;
import io.tapgate.router.gate.Plan.ByHand;
import io.tapgate.router.routeros.Answer;
import io.tapgate.router.routeros.Command;
import io.tapgate.router.routeros.Conversation;
import io.tapgate.router.routeros.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What nobody but somebody at the router can do. */
final class ByHands {
  private ByHands() {}

  static List<ByHand> of(Standing standing, Gate gate, Conversation conversation) {
    List<ByHand> all = new ArrayList<>();
    Optional<ByHand> forbidden = fetchForbidden(standing);
    forbidden.ifPresent(all::add);
    if (forbidden.isEmpty()) {
      unreached(gate, conversation).ifPresent(all::add);
    }
    return all;
  }

  static Optional<ByHand> fetchForbidden(Standing standing) {
    return standing
        .only(Menu.DEVICE_MODE)
        .filter(mode -> mode.find("fetch").isPresent() && !mode.is("fetch"))
        .map(_ ->
            new ByHand(
                "device-mode forbids fetch, so the router can report nothing.",
                "On the router: /system/device-mode/update fetch=yes and, within five minutes,"
                    + " press its reset or mode button once, or pull its power for a moment."));
  }

  /** Tried from the router itself, as its scripts will: no answer from here would prove it. */
  private static Optional<ByHand> unreached(Gate gate, Conversation conversation) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "/tool/fetch",
                "=url=" + gate.reports() + "/actuator/health/liveness",
                "=output=none",
                "=duration=5s"));
    if (!gate.reports().startsWith("http://")) {
      words.add("=check-certificate=yes");
    }
    Command fetch = Command.of(words.toArray(String[]::new)).walkingTable();
    return conversation.ask(fetch) instanceof Answer.Trapped trapped
        ? Optional.of(
            new ByHand(
                "the router does not get through to "
                    + gate.reports()
                    + ": "
                    + Reply.shown(trapped.message()),
                "See that it finds that name and reaches it, that its clock is right"
                    + " (/system/clock/print), and that it trusts the certificate there: upload"
                    + " the authority's and /certificate/import file-name=… passphrase=\"\". Then"
                    + " run this again."))
        : Optional.empty();
  }
}
