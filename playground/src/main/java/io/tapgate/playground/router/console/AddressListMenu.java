package io.tapgate.playground.router.console;

import io.tapgate.playground.router.device.AddressLists;
import io.tapgate.playground.router.device.Change;
import io.tapgate.playground.router.device.Entry;
import io.tapgate.playground.router.device.Family;
import io.tapgate.playground.router.device.Insides;
import io.tapgate.playground.router.device.ListAddress;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code /ip/firewall/address-list} and its IPv6 twin. */
record AddressListMenu(Family family, String path, Dialect dialect) implements Menu {
  private static final Set<String> TIMES = Set.of("creation-time", "timeout");
  private static final Set<String> FOR_SET =
      Set.of("list", "address", "timeout", "comment", "disabled", "dynamic");

  @Override
  public Set<Verb> verbs() {
    return EnumSet.allOf(Verb.class);
  }

  @Override
  public List<Map<String, String>> rows(Insides inner) {
    Instant now = inner.now();
    return inner.lists(family).all().stream().map(entry -> row(entry, now)).toList();
  }

  /** A script looks through all of them, and most never ask for a time. */
  @Override
  public List<Map<String, String>> rows(Insides inner, Set<String> properties) {
    return Collections.disjoint(properties, TIMES)
        ? inner.lists(family).all().stream().map(AddressListMenu::timeless).toList()
        : rows(inner);
  }

  private static Map<String, String> timeless(Entry entry) {
    return new Row()
        .with(".id", entry.id())
        .with("list", entry.list())
        .with("address", entry.address())
        .with("dynamic", entry.dynamic())
        .with("disabled", entry.disabled())
        .with("comment", Optional.of(entry.comment()).filter(text -> !text.isEmpty()))
        .done();
  }

  private Map<String, String> row(Entry entry, Instant now) {
    return new Row()
        .with(".id", entry.id())
        .with("list", entry.list())
        .with("address", entry.address())
        .with("creation-time", dialect.date(entry.created()))
        .with("timeout", entry.left(now).map(Span::print))
        .with("dynamic", entry.dynamic())
        .with("disabled", entry.disabled())
        .with("comment", Optional.of(entry.comment()).filter(text -> !text.isEmpty()))
        .done();
  }

  @Override
  public Optional<Map<String, String>> heard(Change change) {
    return switch (change) {
      case Change.EntryAdded(Instant at, Entry entry) -> ours(entry, row(entry, at));
      case Change.EntryChanged(Instant at, var _, Entry entry) -> ours(entry, row(entry, at));
      case Change.EntryGone(var _, Entry entry, var _) -> ours(entry, Row.dead(entry.id()));
      default -> Optional.empty();
    };
  }

  private Optional<Map<String, String>> ours(Entry entry, Map<String, String> row) {
    return entry.family() == family ? Optional.of(row) : Optional.empty();
  }

  @Override
  public String add(Arguments arguments, Insides inner) {
    arguments.only(FOR_SET).need("address", "list");
    Instant now = inner.now();
    AddressLists.Draft draft =
        new AddressLists.Draft(
            list(arguments).orElseThrow(),
            address(arguments).orElseThrow(),
            arguments.span("timeout").map(now::plus),
            arguments.flag("dynamic").orElse(false),
            arguments.flag("disabled").orElse(false),
            arguments.text("comment").orElse(""));
    return inner.lists(family).add(draft, now).orElseThrow(Trap::duplicate).id();
  }

  @Override
  public void set(List<String> ids, Arguments arguments, Insides inner) {
    arguments.only(FOR_SET);
    for (Entry entry : found(ids, inner)) {
      Entry changed = changed(entry, arguments, inner.now());
      if (!inner.lists(family).replace(changed, inner.now())) {
        throw Trap.duplicate();
      }
    }
  }

  /** A timeout makes any entry one that goes: what a real router does to a static one is open. */
  private Entry changed(Entry entry, Arguments arguments, Instant now) {
    Optional<Instant> until = arguments.span("timeout").map(now::plus).or(entry::until);
    return new Entry(
        entry.id(),
        family,
        list(arguments).orElse(entry.list()),
        address(arguments).orElse(entry.address()),
        until,
        arguments.flag("dynamic").orElse(entry.dynamic()) || until.isPresent(),
        arguments.flag("disabled").orElse(entry.disabled()),
        arguments.text("comment").orElse(entry.comment()),
        entry.created());
  }

  @Override
  public void remove(List<String> ids, Insides inner) {
    found(ids, inner).forEach(entry -> inner.lists(family).remove(entry, inner.now()));
  }

  private List<Entry> found(List<String> ids, Insides inner) {
    return ids.stream()
        .map(id -> inner.lists(family).find(id).orElseThrow(Trap::noSuchItem))
        .distinct()
        .toList();
  }

  private static Optional<String> list(Arguments arguments) {
    Optional<String> list = arguments.text("list");
    if (list.filter(String::isEmpty).isPresent()) {
      throw Trap.invalid("list");
    }
    return list;
  }

  private Optional<String> address(Arguments arguments) {
    return arguments
        .text("address")
        .map(typed -> ListAddress.normal(family, typed).orElseThrow(() -> Trap.invalid("address")));
  }
}
