package io.tapgate.playground.router.console;

import io.tapgate.playground.router.certificate.Certified;
import io.tapgate.playground.router.certificate.Signing;
import io.tapgate.playground.router.certificate.Template;
import io.tapgate.playground.router.config.Item;
import io.tapgate.playground.router.config.Shelf;
import io.tapgate.playground.router.device.Device;
import io.tapgate.playground.router.device.Insides;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code /certificate}: templates, and what became of them by signing. */
record CertificateMenu(ShelfMenu shelf, Device device, Dialect dialect) implements Menu {
  private static final System.Logger LOG = System.getLogger(CertificateMenu.class.getName());
  private static final String NAME = "name";
  private static final String NUMBER = "number";

  @Override
  public String path() {
    return shelf.path();
  }

  @Override
  public Set<Verb> verbs() {
    EnumSet<Verb> verbs = EnumSet.copyOf(shelf.verbs());
    verbs.add(Verb.SIGN);
    return verbs;
  }

  /** No source says who may make a key: the careful way. */
  @Override
  public Set<String> needs(Verb verb, Arguments arguments) {
    return verb == Verb.SIGN
        ? Set.of("write", "policy", "sensitive")
        : shelf.needs(verb, arguments);
  }

  @Override
  public List<Map<String, String>> rows(Insides inner) {
    Shelf kept = shelf(inner);
    return kept.all().stream().map(item -> row(kept, item, inner)).toList();
  }

  private Map<String, String> row(Shelf kept, Item item, Insides inner) {
    Map<String, String> said = new HashMap<>(shelf.row(kept, item));
    said.put("key-type", Template.keyType(said.getOrDefault("key-size", "")));
    inner
        .certificates()
        .of(item.id())
        .ifPresent(one -> said.putAll(CertificateWords.of(one, inner.wallTime(), dialect)));
    Map<String, String> row = new LinkedHashMap<>();
    row.put(".id", item.id());
    shelf.shape().properties().keySet().stream()
        .filter(said::containsKey)
        .forEach(name -> row.put(name, said.getOrDefault(name, "")));
    return row;
  }

  /** One without a name gets one. */
  @Override
  public String add(Arguments arguments, Insides inner) {
    Map<String, String> named = new LinkedHashMap<>(arguments.given());
    named.putIfAbsent(NAME, "cert" + (shelf(inner).all().size() + 1));
    return shelf.add(new Arguments(named), inner);
  }

  @Override
  public void set(List<String> ids, Arguments arguments, Insides inner) {
    shelf.set(ids, arguments, inner);
  }

  @Override
  public void remove(List<String> ids, Insides inner) {
    shelf.remove(ids, inner);
    ids.forEach(inner.certificates()::remove);
  }

  /** By number or by name; the command knows no {@code .id}. */
  @Override
  public Outcome run(Asked asked) {
    Arguments arguments = asked.arguments();
    if (arguments.given().containsKey(".id")) {
      throw Trap.unknownParameter(".id");
    }
    arguments.only(Set.of(NUMBER, NAME, "ca", "ca-crl-host")).need(NUMBER);
    Insides inner = asked.inner();
    Item item = found(arguments.text(NUMBER).orElseThrow(), inner).orElseThrow(Trap::noSuchItem);
    if (inner.certificates().of(item.id()).isPresent()) {
      throw Trap.failure("already signed");
    }
    Optional<Item> authority =
        arguments
            .text("ca")
            .map(name -> found(name, inner).orElseThrow(() -> Trap.noSuchValue("ca")));
    Optional<Certified> by = authority.map(one -> key(one, inner));
    return signing(asked, item, becomes(shelf(inner), item, arguments, authority), by);
  }

  private Outcome signing(
      Asked asked, Item item, Map<String, String> becomes, Optional<Certified> by) {
    Shelf kept = shelf(asked.inner());
    Template template = new Template(name -> kept.value(item, name), asked.inner().wallTime());
    return new Outcome.Underway(progress -> {
      Certified made = made(template, by);
      device.change(asked.by(), now -> put(now, item.id(), becomes, made));
      progress.accept(Map.of("progress", "done"));
      return new Outcome.Done();
    });
  }

  private static Certified made(Template template, Optional<Certified> by)
      throws InterruptedException {
    try {
      return Signing.sign(template, by);
    } catch (IOException broken) {
      LOG.log(Level.WARNING, "no certificate was made", broken);
      throw Trap.failure("signing failed");
    }
  }

  private void put(Insides inner, String id, Map<String, String> becomes, Certified made) {
    Item item = shelf(inner).find(id).orElseThrow(Trap::noSuchItem);
    if (!shelf(inner).change(item, becomes)) {
      throw Trap.sameName(path());
    }
    inner.certificates().put(id, made);
  }

  private static Certified key(Item authority, Insides inner) {
    return inner
        .certificates()
        .of(authority.id())
        .filter(one -> one.key().isPresent() && authority.said("authority").equals("true"))
        .orElseThrow(() -> Trap.noSuchValue("ca"));
  }

  /** One that signs itself and others is an authority, and trusted. */
  private static Map<String, String> becomes(
      Shelf kept, Item item, Arguments arguments, Optional<Item> authority) {
    Map<String, String> becomes = new HashMap<>();
    arguments.text(NAME).ifPresent(name -> becomes.put(NAME, name));
    becomes.put("private-key", "true");
    authority.ifPresentOrElse(
        one -> {
          becomes.put("ca", one.said(NAME));
          becomes.put("issued", "true");
        },
        () -> {
          if (Template.isAuthority(kept.value(item, "key-usage"))) {
            becomes.put("authority", "true");
            becomes.put("trusted", "true");
          }
        });
    return becomes;
  }

  private Optional<Item> found(String numberOrName, Insides inner) {
    return numberOrName.startsWith("*")
        ? shelf(inner).find(Arguments.id(numberOrName))
        : shelf(inner).where(NAME, numberOrName);
  }

  private Shelf shelf(Insides inner) {
    return inner.configuration().shelf(path());
  }
}
