package io.tapgate.router.routeros.gate;

import io.tapgate.router.RouterTrouble;
import io.tapgate.router.gate.Visit;
import io.tapgate.router.routeros.Answer;
import io.tapgate.router.routeros.Command;
import io.tapgate.router.routeros.Conversation;
import io.tapgate.router.routeros.Item;
import io.tapgate.router.routeros.ItemId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The router's API over TLS. A certificate that it has stays; one that it lacks is made on the
 * router, whose key never leaves it.
 */
final class ApiService {
  private static final String API = "api-ssl";
  private static final String CERTIFICATE = "certificate";
  private static final String ADDRESS = "address";

  private final Standing standing;
  private final Item service;

  ApiService(Standing standing) {
    this.standing = standing;
    this.service =
        standing
            .where(Menu.SERVICES, item -> Standing.says(item, "name", API) && !item.is("dynamic"))
            .findFirst()
            .orElseThrow(() -> new RouterTrouble.Refused("the router has no service " + API));
  }

  String port() {
    return service.get("port");
  }

  boolean isOn() {
    return !service.is("disabled");
  }

  /** Whom it is for; empty: everybody. */
  List<String> from() {
    String from = Standing.said(service, ADDRESS);
    return from.isEmpty() ? List.of() : List.of(from.split(","));
  }

  /** The one it answers with. */
  Optional<Item> certificate() {
    String name = Standing.said(service, CERTIFICATE);
    return name.isEmpty() || name.equals("none")
        ? Optional.empty()
        : standing.named(Menu.CERTIFICATES, name);
  }

  Visit.Prepared wayIn() {
    String fingerprint =
        certificate()
            .map(one -> Standing.said(one, "fingerprint"))
            .filter(text -> !text.isEmpty())
            .orElseThrow(() ->
                new RouterTrouble.Refused("the certificate of " + API + " shows no fingerprint"));
    return new Visit.Prepared(Integer.parseInt(port()), fingerprint);
  }

  List<Step> steps(String tapgate) {
    List<Step> steps = new ArrayList<>();
    Map<String, String> changes = new LinkedHashMap<>();
    List<String> notes = new ArrayList<>();
    if (certificate().isEmpty()) {
      certified().ifPresent(steps::add);
      changes.put(CERTIFICATE, Gatehouse.CERTIFICATE);
    }
    if (!from().isEmpty() && !Reach.covers(from(), tapgate)) {
      changes.put(ADDRESS, String.join(",", from()) + "," + tapgate);
      notes.add(ADDRESS);
    }
    if (!isOn()) {
      changes.put("disabled", "no");
      notes.add("disabled");
    }
    if (!changes.isEmpty()) {
      steps.add(
          new Change(
              "/ip/service: " + API + " gets " + String.join(", ", changes.keySet()),
              service,
              changes,
              notes));
    }
    return steps;
  }

  /** Made, but not signed: somebody was interrupted here. */
  private Optional<Step> certified() {
    Optional<Item> ours = standing.named(Menu.CERTIFICATES, Gatehouse.CERTIFICATE);
    boolean signed = ours.filter(one -> one.find("fingerprint").isPresent()).isPresent();
    return signed ? Optional.empty() : Optional.of(new Certify(ours.map(Item::id)));
  }

  /**
   * Made on the router, for ten years. It is known by its fingerprint, and its name is nobody's.
   */
  private record Certify(Optional<ItemId> there) implements Step {
    @Override
    public String words() {
      return "/certificate: make " + Gatehouse.CERTIFICATE + ", signed by itself";
    }

    @Override
    public void take(Conversation conversation) {
      ItemId id = there.orElseGet(() -> made(conversation));
      Command sign = Command.of("/certificate/sign", "=number=" + id.value()).walkingTable();
      if (conversation.ask(sign) instanceof Answer.Trapped trapped) {
        throw trapped.refusal(sign);
      }
    }

    private static ItemId made(Conversation conversation) {
      Map<String, String> said = new LinkedHashMap<>();
      said.put("name", Gatehouse.CERTIFICATE);
      said.put("common-name", Gatehouse.CERTIFICATE);
      said.put("key-size", "prime256v1");
      said.put("days-valid", "3650");
      said.put("key-usage", "digital-signature,key-encipherment,tls-server");
      Command add = Menu.CERTIFICATES.add(said, Optional.empty());
      return switch (conversation.ask(add)) {
        case Answer.Complete complete when complete.closing().containsKey("ret") ->
            new ItemId(String.valueOf(complete.closing().get("ret")));
        case Answer.Complete _ ->
            throw new RouterTrouble.Refused("the router does not say which certificate it made");
        case Answer.Trapped trapped -> throw trapped.refusal(add);
      };
    }
  }

  /** What was before is noted down first, with our group, as a service has no comment. */
  private record Change(String words, Item service, Map<String, String> changes, List<String> notes)
      implements Step {
    @Override
    public void take(Conversation conversation) {
      if (!notes.isEmpty()) {
        note(conversation);
      }
      Step.of(words, Menu.SERVICES.set(service.id(), changes)).take(conversation);
    }

    private void note(Conversation conversation) {
      Item group =
          Standing.read(conversation, Set.of(Menu.GROUPS))
              .named(Menu.GROUPS, Gatehouse.MARK)
              .orElseThrow(() -> new RouterTrouble.Refused("the router lost the group tapgate"));
      Note note = new Note(Standing.said(group, "comment"));
      for (String what : notes) {
        String was = what.equals(ADDRESS) ? Standing.said(service, ADDRESS) : what;
        note = note.with(key(what), was);
      }
      Step.of(words, Menu.GROUPS.set(group.id(), Map.of("comment", note.comment())))
          .take(conversation);
    }
  }

  private static String key(String what) {
    return what.equals(ADDRESS) ? API + " address" : API;
  }

  // The way back.

  List<Step> back(Optional<Item> group) {
    Note note = new Note(group.map(one -> Standing.said(one, "comment")).orElse(""));
    Map<String, String> changes = new LinkedHashMap<>();
    if (Standing.says(service, CERTIFICATE, Gatehouse.CERTIFICATE)) {
      changes.put(CERTIFICATE, "none");
    }
    if (!note.was(key(ADDRESS)).isEmpty()) {
      changes.put(ADDRESS, note.was(key(ADDRESS)));
    }
    if (!note.was(API).isEmpty()) {
      changes.put("disabled", "yes");
    }
    List<Step> steps = new ArrayList<>();
    if (!changes.isEmpty()) {
      steps.add(
          Step.of(
              "/ip/service: " + API + " as it was: " + String.join(", ", changes.keySet()),
              Menu.SERVICES.set(service.id(), changes)));
    }
    standing
        .named(Menu.CERTIFICATES, Gatehouse.CERTIFICATE)
        .ifPresent(ours ->
            steps.add(
                Step.of(
                    "/certificate: remove " + Gatehouse.CERTIFICATE,
                    Menu.CERTIFICATES.remove(List.of(ours.id())))));
    return steps;
  }
}
