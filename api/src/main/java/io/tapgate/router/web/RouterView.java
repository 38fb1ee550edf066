package io.tapgate.router.web;

import io.tapgate.connection.Connections;
import io.tapgate.connection.RouterId;
import io.tapgate.router.Condition;
import io.tapgate.router.Conditions;
import io.tapgate.router.Contact;
import io.tapgate.router.Contacts;
import io.tapgate.router.HookToken;
import io.tapgate.router.Particulars;
import io.tapgate.router.RouterRecord;
import io.tapgate.router.Trust;
import io.tapgate.settings.Span;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A router as an answer shows it: how it is described, and how it is. */
@Component
class RouterView {
  private final Conditions conditions;
  private final Connections connections;
  private final Contacts contacts;

  RouterView(Conditions conditions, Connections connections, Contacts contacts) {
    this.conditions = conditions;
    this.connections = connections;
    this.contacts = contacts;
  }

  /** How all of them are just now. */
  private record Now(
      Map<String, Condition> conditions,
      Map<RouterId, Integer> live,
      Map<RouterId, Contact> contacts) {}

  private Now now() {
    return new Now(conditions.now(), connections.live(), contacts.all());
  }

  record State(String state, String why) {}

  Map<String, @Nullable Object> page(RouterPage routers) {
    Now now = now();
    Map<String, @Nullable Object> page = new LinkedHashMap<>();
    page.put("items", routers.items().stream().map(router -> of(router, now)).toList());
    page.put("next", routers.next());
    return page;
  }

  Map<String, @Nullable Object> of(RouterRecord router) {
    return of(router, now());
  }

  Map<String, @Nullable Object> of(RouterRecord router, HookToken token) {
    Map<String, @Nullable Object> shown = of(router);
    shown.put("hook_token", token.value());
    return shown;
  }

  private static Map<String, @Nullable Object> of(RouterRecord router, Now now) {
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
    shown.put("unconfirmed_timeout", all.limits().timeout().map(Span::written).orElse(null));
    shown.put("max_unconfirmed_connections", all.limits().unconfirmed().orElse(null));
    shown.put("ban_timeout", all.limits().ban().map(Span::written).orElse(null));
    shown.put("anywhere", all.anywhere());
    shown.put("disabled", all.disabled());
    shown.put("from_environment", router.fromEnvironment());
    shown.put("version", router.version());
    shown.put("condition", state(now.conditions().get(all.name())));
    shown.put("live", now.live().getOrDefault(router.id(), 0));
    Optional<Contact> contact = Optional.ofNullable(now.contacts().get(router.id()));
    shown.put("silent_since", contact.map(one -> one.silence().since()).orElse(null));
    shown.put("last_report_at", contact.map(one -> one.reporting().last()).orElse(null));
    shown.put("unreported_since", contact.map(one -> one.reporting().missingSince()).orElse(null));
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
      case Condition.Disabled disabled -> new State("disabled", disabled.words());
      case Condition.Locked locked -> new State("undriven", locked.words());
    };
  }
}
