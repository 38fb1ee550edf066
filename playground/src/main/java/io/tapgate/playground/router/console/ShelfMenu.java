package io.tapgate.playground.router.console;

import io.tapgate.playground.router.config.Item;
import io.tapgate.playground.router.config.Property;
import io.tapgate.playground.router.config.Shape;
import io.tapgate.playground.router.config.Shelf;
import io.tapgate.playground.router.device.Insides;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A menu of what an admin writes down: filter rules, profiles, users, and the like. */
record ShelfMenu(Shape shape) implements Menu {
  private static final String BEFORE = "place-before";
  private static final String PASSWORD = "password";

  @Override
  public String path() {
    return shape.path();
  }

  @Override
  public Set<Verb> verbs() {
    EnumSet<Verb> verbs =
        switch (shape.kind()) {
          case LIST, ORDERED -> EnumSet.of(Verb.PRINT, Verb.ADD, Verb.SET, Verb.REMOVE);
          case SINGLE, FIXED -> EnumSet.of(Verb.PRINT, Verb.SET);
        };
    if (shape.kind() == Shape.Kind.ORDERED) {
      verbs.add(Verb.MOVE);
    }
    if (shape.properties().containsKey("disabled")) {
      verbs.add(Verb.ENABLE);
      verbs.add(Verb.DISABLE);
    }
    return verbs;
  }

  @Override
  public List<Map<String, String>> rows(Insides inner) {
    Shelf shelf = shelf(inner);
    return shelf.all().stream().map(item -> row(shelf, item)).toList();
  }

  /** Who may dial in is told with the password, to those who may see it; who may log in is not. */
  @Override
  public Set<String> sensitive() {
    return Set.of(PASSWORD);
  }

  @Override
  public Set<String> needs(Verb verb, Arguments arguments) {
    return isOfUsers() && !verb.onlyReads()
        ? Set.of("write", "policy")
        : Menu.super.needs(verb, arguments);
  }

  private boolean isOfUsers() {
    return shape.path().startsWith("/user");
  }

  @Override
  public List<Map<String, String>> rows(Insides inner, Set<String> properties) {
    Shelf shelf = shelf(inner);
    List<String> asked = shape.properties().keySet().stream().filter(properties::contains).toList();
    return shelf.all().stream().map(item -> row(shelf, item, asked)).toList();
  }

  Map<String, String> row(Shelf shelf, Item item) {
    return row(shelf, item, shape.properties().keySet());
  }

  private Map<String, String> row(Shelf shelf, Item item, Collection<String> names) {
    Row row = new Row();
    if (shape.kind() != Shape.Kind.SINGLE) {
      row.with(".id", item.id());
    }
    for (String name : names) {
      String value = shelf.value(item, name);
      if (!value.isEmpty() && !(isOfUsers() && name.equals(PASSWORD))) {
        row.with(name, value);
      }
    }
    return item.dynamic() ? row.with("dynamic", true).done() : row.done();
  }

  @Override
  public String add(Arguments arguments, Insides inner) {
    arguments.only(known()).need(shape.required().toArray(String[]::new));
    Optional<Item> before = arguments.text(BEFORE).map(id -> found(Arguments.id(id), inner));
    return shelf(inner).add(values(arguments, inner), before).orElseThrow(this::taken).id();
  }

  @Override
  public void set(List<String> ids, Arguments typed, Insides inner) {
    Arguments arguments = typed.takingBack().only(shape.settable());
    Map<String, String> values = values(arguments, inner);
    for (Item item : found(ids, inner)) {
      if (!shelf(inner).change(item, values)) {
        throw taken();
      }
    }
  }

  /** The one there is needs no name. */
  @Override
  public boolean isSingle() {
    return shape.kind() == Shape.Kind.SINGLE;
  }

  @Override
  public void setSingle(Arguments arguments, Insides inner) {
    set(List.of(shelf(inner).all().getFirst().id()), arguments, inner);
  }

  @Override
  public void remove(List<String> ids, Insides inner) {
    found(ids, inner).forEach(shelf(inner)::remove);
  }

  @Override
  public void move(List<String> ids, Optional<String> before, Insides inner) {
    Optional<Item> place = before.map(id -> found(id, inner));
    found(ids, inner).forEach(item -> shelf(inner).move(item, place));
  }

  private Set<String> known() {
    Set<String> known = new HashSet<>(shape.settable());
    if (shape.kind() == Shape.Kind.ORDERED) {
      known.add(BEFORE);
    }
    return known;
  }

  private Map<String, String> values(Arguments arguments, Insides inner) {
    Map<String, String> values = new LinkedHashMap<>();
    shape
        .properties()
        .forEach((name, property) ->
            arguments
                .text(name)
                .ifPresent(typed -> values.put(name, normal(name, property, typed, inner))));
    return values;
  }

  private static String normal(String name, Property property, String typed, Insides inner) {
    if (typed.isEmpty() || typed.equals(property.usual())) {
      return typed;
    }
    boolean there =
        property
            .menu()
            .map(menu -> inner.configuration().shelf(menu).where("name", typed).isPresent())
            .orElse(true);
    if (!there) {
      throw Trap.noSuchValue(name);
    }
    return property.normal().apply(typed).orElseThrow(() -> Trap.invalid(name));
  }

  private List<Item> found(List<String> ids, Insides inner) {
    return ids.stream().distinct().map(id -> found(id, inner)).toList();
  }

  private Item found(String id, Insides inner) {
    return shelf(inner).find(id).orElseThrow(Trap::noSuchItem);
  }

  private Trap taken() {
    return Trap.sameName(shape.path());
  }

  private Shelf shelf(Insides inner) {
    return inner.configuration().shelf(shape.path());
  }
}
