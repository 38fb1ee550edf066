package io.tapgate.playground.router.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The items of one menu, in their order. Touched only inside the device. */
public final class Shelf {
  private final Shape shape;
  private final Consumer<Edit> announce;
  private final List<Item> items = new ArrayList<>();
  private List<Item> beginning = List.of();
  private int made;

  Shelf(Shape shape, Consumer<Edit> announce) {
    this.shape = shape;
    this.announce = announce;
    if (shape.kind() == Shape.Kind.SINGLE) {
      items.add(new Item(nextId(), Map.of(), false));
    }
  }

  public Shape shape() {
    return shape;
  }

  /** What is there now is what a router comes with. */
  void begins() {
    beginning = all();
  }

  /** As it was on a router that nobody had touched; empty when it was not there. */
  Optional<Item> beginning(Item item) {
    return beginning.stream().filter(first -> first.id().equals(item.id())).findFirst();
  }

  public List<Item> all() {
    return List.copyOf(items);
  }

  public Optional<Item> find(String id) {
    return items.stream().filter(item -> item.id().equals(id)).findFirst();
  }

  /** The first item of which this was said. */
  public Optional<Item> where(String name, String value) {
    return items.stream().filter(item -> item.said(name).equals(value)).findFirst();
  }

  /** What the item has, said or usual. */
  public String value(Item item, String name) {
    String said = item.said(name);
    return said.isEmpty() ? shape.usual(name) : said;
  }

  /** A new item, at the end or before another; empty when its key is taken. */
  public Optional<Item> add(Map<String, String> values, Optional<Item> before) {
    return add(new Item(nextId(), Map.of(), false).with(values), before);
  }

  /** One of the router's own. */
  public Item addDynamic(Map<String, String> values) {
    return add(new Item(nextId(), values, true), Optional.empty()).orElseThrow();
  }

  private Optional<Item> add(Item item, Optional<Item> before) {
    if (isTaken(item)) {
      return Optional.empty();
    }
    items.add(before.map(items::indexOf).orElse(items.size()), item);
    announce.accept(new Edit(shape.path(), Optional.empty(), Optional.of(item)));
    return Optional.of(item);
  }

  /** False when another item has its key. */
  public boolean change(Item item, Map<String, String> values) {
    Item changed = item.with(values);
    if (isTaken(changed)) {
      return false;
    }
    if (!changed.equals(item)) {
      items.set(items.indexOf(item), changed);
      announce.accept(new Edit(shape.path(), Optional.of(item), Optional.of(changed)));
    }
    return true;
  }

  public void remove(Item item) {
    items.remove(item);
    announce.accept(new Edit(shape.path(), Optional.of(item), Optional.empty()));
  }

  /** Before another, or to the end. */
  public void move(Item item, Optional<Item> before) {
    if (before.filter(item::equals).isPresent()) {
      return;
    }
    items.remove(item);
    items.add(before.map(items::indexOf).orElse(items.size()), item);
    announce.accept(new Edit(shape.path(), Optional.of(item), Optional.of(item)));
  }

  private boolean isTaken(Item item) {
    return shape
        .key()
        .filter(key ->
            items.stream()
                .anyMatch(other ->
                    !other.id().equals(item.id()) && other.said(key).equals(item.said(key))))
        .isPresent();
  }

  private String nextId() {
    made++;
    return "*" + Integer.toHexString(made).toUpperCase(Locale.ROOT);
  }
}
