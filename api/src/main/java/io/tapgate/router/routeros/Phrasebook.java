package io.tapgate.router.routeros;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tapgate.address.Network;
import io.tapgate.connection.SessionId;
import io.tapgate.router.Router.Login;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Every sentence we ever say to a router. Commands, attribute names and queries are constants; what
 * comes from outside is a value of a type that has one spelling, and goes behind the second {@code
 * =} of a word whose length is told first.
 */
final class Phrasebook {
  /** What marks an entry as ours. An entry without it belongs to the admin. */
  static final String OURS = "tapgate";

  /** The interface list that VPN clients are in, and that the rules of the gate name. */
  static final String GATED = "tapgate-vpn";

  /** The address list of what the sandbox lets through, which the rules of the gate name. */
  static final String SANDBOX = "tapgate-telegram";

  private static final int LONGEST_CREDENTIAL = 1024;

  private Phrasebook() {}

  static Command login(Login login) {
    return Command.of(
            "/login",
            "=name=" + credential(login.username()),
            "=password=" + credential(login.password()))
        .loggingIn();
  }

  /** What costs a router nothing: its own name. */
  static Command knock() {
    return Command.of("/system/identity/print");
  }

  static Command cancel(String tag) {
    return Command.of("/cancel", "=tag=" + tag);
  }

  /** Every session there is. */
  static Command sessions() {
    return Command.of(
            "/ppp/active/print", "=.proplist=session-id,name,address,caller-id,service,uptime")
        .walkingTable();
  }

  /** Which interface each session's address lies behind: the router writes it down as a network. */
  static Command sessionInterfaces() {
    return Command.of("/ip/address/print", "=.proplist=network,interface", "?dynamic=true")
        .walkingTable();
  }

  /** The interfaces that the gate stands before. */
  static Command gatedInterfaces() {
    return Command.of(
            "/interface/list/member/print", "=.proplist=interface,disabled", "?list=" + GATED)
        .walkingTable();
  }

  /** Every entry of these three lists and of the sandbox's, of one family. */
  static Command entries(String menu, Lists lists) {
    return Command.of(
            menu + "/print",
            "=.proplist=.id,list,address,timeout,disabled,comment",
            "?list=" + lists.deny(),
            "?list=" + lists.permit(),
            "?list=" + lists.ban(),
            "?list=" + SANDBOX,
            "?#|||")
        .walkingTable();
  }

  static Command sandboxEntries() {
    return Command.of(
            ListedAddress.FOUR + "/print",
            "=.proplist=.id,list,address,timeout,disabled,comment",
            "?list=" + SANDBOX)
        .walkingTable();
  }

  /** In flash: it is to stand after a reboot, and hardly ever changes. */
  static Command addSandboxEntry(Network network) {
    return Command.of(
        ListedAddress.FOUR + "/add", "=list=" + SANDBOX, "=address=" + network, "=comment=" + OURS);
  }

  static Command removeEntries(String menu, List<ItemId> ids) {
    return Command.of(
        menu + "/remove",
        "=.id=" + ids.stream().map(ItemId::value).collect(Collectors.joining(",")));
  }

  static Command sessionsAt(ListedAddress address) {
    return Command.of(
            "/ppp/active/print",
            "=.proplist=session-id,name,address,caller-id,service,uptime",
            "?address=" + address.text(),
            "?address=" + address.prefixed(),
            "?#|")
        .keeping(item -> item.find("address").filter(address::isSpelled).isPresent());
  }

  /**
   * The sessions that have this id. All are asked for and compared here: a query that missed
   * because the router spells its value otherwise would pass for "gone".
   */
  static Command sessionsWith(SessionId session) {
    return Command.of("/ppp/active/print", "=.proplist=.id,session-id")
        .keeping(item -> item.find("session-id").filter(session::isWritten).isPresent())
        .walkingTable();
  }

  static Command dropSession(ItemId id) {
    return Command.of("/ppp/active/remove", "=.id=" + id);
  }

  static Command entriesOf(ListedAddress address) {
    return Command.of(
            address.listMenu() + "/print",
            "=.proplist=.id,list,address,timeout,disabled,comment",
            "?address=" + address.text(),
            "?address=" + address.prefixed(),
            "?#|")
        .keeping(item -> item.find("address").filter(address::isSpelled).isPresent());
  }

  /** With a span the entry lives in memory and ends by itself; without, in flash and for ever. */
  static Command addEntry(ListedAddress address, ListName list, Optional<Duration> span) {
    List<String> words =
        new ArrayList<>(
            List.of(
                address.listMenu() + "/add",
                "=list=" + list,
                "=address=" + address.written(),
                "=comment=" + OURS));
    span.ifPresent(time -> words.add("=timeout=" + Span.written(time)));
    return Command.of(words.toArray(String[]::new));
  }

  static Command renewEntry(ListedAddress address, ItemId id, Duration span) {
    return Command.of(address.listMenu() + "/set", "=.id=" + id, "=timeout=" + Span.written(span));
  }

  static Command removeEntry(ListedAddress address, ItemId id) {
    return Command.of(address.listMenu() + "/remove", "=.id=" + id);
  }

  /**
   * The whole table, of which we keep the address's rows: the router cannot search it by address.
   */
  static Command connectionsOf(ListedAddress address) {
    return Command.of(
            address.connectionMenu() + "/print",
            "=.proplist=.id," + String.join(",", TrackedConnection.ENDS))
        .keeping(item -> TrackedConnection.touches(item, address))
        .walkingTable();
  }

  static Command cutConnections(ListedAddress address, List<ItemId> ids) {
    return Command.of(
        address.connectionMenu() + "/remove",
        "=.id=" + ids.stream().map(ItemId::value).collect(Collectors.joining(",")));
  }

  private static String credential(String text) {
    boolean plain = text.chars().noneMatch(Character::isISOControl);
    if (!plain || text.length() > LONGEST_CREDENTIAL || !UTF_8.newEncoder().canEncode(text)) {
      throw new IllegalArgumentException(
          "a user name or password is at most " + LONGEST_CREDENTIAL + " characters of plain text");
    }
    return text;
  }
}
