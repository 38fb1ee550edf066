package io.tapgate.router.web;

import io.tapgate.connection.Connections;
import io.tapgate.connection.RouterId;
import io.tapgate.router.Condition;
import io.tapgate.router.Conditions;
import io.tapgate.router.HookToken;
import io.tapgate.router.Particulars;
import io.tapgate.router.RouterRecord;
import io.tapgate.router.Trust;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A router as an answer shows it: how it is described, and how it is. */
@Component
class RouterView {
  private final Conditions conditions;
  private final Connections connections;

  RouterView(Conditions conditions, Connections connections) {
    this.conditions = conditions;
    this.connections = connections;
  }

  record State(String state, String why) {}

  Map<String, @Nullable Object> page(RouterPage routers) {
    Map<String, Condition> now = conditions.now();
    Map<RouterId, Integer> live = connections.live();
    Map<String, @Nullable Object> page = new LinkedHashMap<>();
    page.put("items", routers.items().stream().map(router -> of(router, now, live)).toList());
    page.put("next", routers.next());
    return page;
  }

  Map<String, @Nullable Object> of(RouterRecord router) {
    return of(router, conditions.now(), connections.live());
  }

  Map<String, @Nullable Object> of(RouterRecord router, HookToken token) {
    Map<String, @Nullable Object> shown = of(router);
    shown.put("hook_token", token.value());
    return shown;
  }

  private static Map<String, @Nullable Object> of(
      RouterRecord router, Map<String, Condition> now, Map<RouterId, Integer> live) {
    Particulars all = router.particulars();
    Map<String, @Nullable Object> shown = new LinkedHashMap<>();
    shown.put("id", router.id().value());
    shown.put("name", all.name());
    shown.put("host", all.host());
    shown.put("port", all.port());
    shown.put("username", all.username());
    shown.put("tls", all.trust().kind().toString());
    shown.put("fingerprint", all.trust() instanceof Trust.Pinned pin ? pin.fingerprint() : null);
    shown.put("has_ca", hasCa(all.trust()));
    shown.put("deny_list", all.lists().deny());
    shown.put("permit_list", all.lists().permit());
    shown.put("ban_list", all.lists().ban());
    shown.put("anywhere", all.anywhere());
    shown.put("from_environment", router.fromEnvironment());
    shown.put("version", router.version());
    shown.put("condition", state(now.get(all.name())));
    shown.put("live", live.getOrDefault(router.id(), 0));
    return shown;
  }

  private static boolean hasCa(Trust trust) {
    return switch (trust) {
      case Trust.SignedBy _ -> true;
      case Trust.Verified verified -> verified.ca().isPresent();
      case Trust.Pinned _, Trust.Plain _ -> false;
    };
  }

  /** One that was added this very moment may not be driven yet. */
  private static State state(@Nullable Condition condition) {
    return switch (condition) {
      case null -> new State("undriven", "not taken up yet: look again in a second");
      case Condition.Open open -> new State("open", open.words());
      case Condition.Slow slow -> new State("slow", slow.words());
      case Condition.Closed closed -> new State("closed", closed.words());
      case Condition.DrivenElsewhere elsewhere -> new State("driven-elsewhere", elsewhere.words());
      case Condition.Undriven undriven -> new State("undriven", undriven.words());
      case Condition.Locked locked -> new State("undriven", locked.words());
    };
  }
}
