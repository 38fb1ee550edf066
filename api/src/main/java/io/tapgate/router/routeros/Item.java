package io.tapgate.router.routeros;

import io.tapgate.router.RouterTrouble;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** One thing the router lists, with the properties it was asked for and has. */
public record Item(Map<String, String> properties) {
  public Item {
    properties = Map.copyOf(properties);
  }

  /** Empty also when the property is there and has no text. */
  public Optional<String> find(String name) {
    return Optional.ofNullable(properties.get(name)).filter(text -> !text.isEmpty());
  }

  public String get(String name) {
    return find(name)
        .orElseThrow(() -> new RouterTrouble.Refused("the router lists an item without " + name));
  }

  public ItemId id() {
    String text = get(".id");
    if (!ItemId.isOne(text)) {
      throw new RouterTrouble.Refused("the router names an item " + Reply.shown(text));
    }
    return new ItemId(text);
  }

  /** The console says yes and no, the API true and false; both are met. */
  public boolean is(String name) {
    return find(name).filter(text -> text.equals("true") || text.equals("yes")).isPresent();
  }

  Optional<Duration> span(String name) {
    return find(name).map(Span::read);
  }

  @Override
  public String toString() {
    return "item" + properties.keySet();
  }
}
