package io.tapgate.router.routeros.gate;

import io.tapgate.router.routeros.Command;
import io.tapgate.router.routeros.ItemId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The menus in which a gate is written down, or that say what it stands before. */
enum Menu {
  RESOURCE("/system/resource", "version,board-name"),
  IDENTITY("/system/identity", "name"),
  INTERFACE_LISTS("/interface/list", ".id,name,include,comment"),
  MEMBERS("/interface/list/member", ".id,list,interface,dynamic,comment"),
  PROFILES("/ppp/profile", ".id,name,interface-list,bridge,use-ipv6,on-up,on-down,comment"),
  SECRETS("/ppp/secret", "name,service,profile,disabled"),
  L2TP("/interface/l2tp-server/server", "enabled,default-profile"),
  PPTP("/interface/pptp-server/server", "enabled,default-profile"),
  SSTP("/interface/sstp-server/server", "enabled,default-profile,port"),
  OVPN("/interface/ovpn-server/server", "enabled,disabled,default-profile,port"),
  RULES("/ip/firewall/filter", ".id,dynamic,disabled,comment," + Rule.SAID),
  RULES_SIX("/ipv6/firewall/filter", ".id,dynamic,disabled,comment," + Rule.SAID),
  ENTRIES("/ip/firewall/address-list", ".id,list,address,comment,dynamic"),
  ENTRIES_SIX("/ipv6/firewall/address-list", ".id,list,address,comment,dynamic"),
  GROUPS("/user/group", ".id,name,policy,comment"),
  USERS("/user", ".id,name,group,address,disabled,comment"),
  CALLERS("/user/active", "name,address,via"),
  SERVICES("/ip/service", ".id,name,port,address,certificate,disabled,dynamic"),
  CERTIFICATES("/certificate", ".id,name,fingerprint,invalid-before,invalid-after,expired"),
  DEVICE_MODE("/system/device-mode", "mode,fetch"),
  SESSIONS("/ppp/active", ".id,session-id,name,address,caller-id,service,uptime"),
  ADDRESSES("/ip/address", "network,interface,dynamic"),
  CLOCK("/system/clock", "date,time,gmt-offset");

  private final String path;
  private final String said;

  Menu(String path, String said) {
    this.path = path;
    this.said = said;
  }

  /** Some makes and versions do without them, and then nobody dials in that way. */
  boolean mayBeMissing() {
    return switch (this) {
      case L2TP, PPTP, SSTP, OVPN, DEVICE_MODE, CALLERS -> true;
      default -> false;
    };
  }

  /** Where that kind of VPN is set up; empty: nowhere that we look. */
  static Optional<Menu> serving(String service) {
    return switch (service) {
      case "l2tp" -> Optional.of(L2TP);
      case "pptp" -> Optional.of(PPTP);
      case "sstp" -> Optional.of(SSTP);
      case "ovpn" -> Optional.of(OVPN);
      default -> Optional.empty();
    };
  }

  String path() {
    return path;
  }

  Command print() {
    return Command.of(path + "/print", "=.proplist=" + said).walkingTable();
  }

  Command add(Map<String, String> values, Optional<ItemId> before) {
    List<String> words = sentence("/add", values);
    before.ifPresent(id -> words.add("=place-before=" + id.value()));
    return Command.of(words.toArray(String[]::new));
  }

  Command set(ItemId id, Map<String, String> values) {
    List<String> words = sentence("/set", values);
    words.add("=.id=" + id.value());
    return Command.of(words.toArray(String[]::new));
  }

  Command remove(List<ItemId> ids) {
    return Command.of(
        path + "/remove",
        "=.id=" + ids.stream().map(ItemId::value).collect(Collectors.joining(",")));
  }

  /** The names are our own; whatever the values are, each stays a value. */
  private List<String> sentence(String verb, Map<String, String> values) {
    List<String> words = new ArrayList<>();
    words.add(path + verb);
    values.forEach((name, value) -> words.add("=" + name + "=" + value));
    return words;
  }
}
