package io.tapgate.playground.router.config;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Everything that is written down on a router. Touched only inside the device. */
public final class Configuration {
  private final Map<String, Shelf> shelves = new LinkedHashMap<>();
  private boolean inUse;

  /**
   * What is there from the beginning is announced to nobody.
   *
   * @param preparing what is written down before anybody looks
   */
  public Configuration(Consumer<Edit> announce, Consumer<Configuration> preparing) {
    Consumer<Edit> later =
        edit -> {
          if (inUse) {
            announce.accept(edit);
          }
        };
    Shapes.ALL.forEach(shape -> shelves.put(shape.path(), new Shelf(shape, later)));
    Beginning.of(this);
    shelves.values().forEach(Shelf::begins);
    preparing.accept(this);
    inUse = true;
  }

  /** Of every menu there is. */
  public static Stream<Shape> shapes() {
    return Shapes.ALL.stream();
  }

  public Collection<Shelf> shelves() {
    return shelves.values();
  }

  public Shelf shelf(String path) {
    return Optional.ofNullable(shelves.get(path)).orElseThrow();
  }

  /** What a session of this account goes by: its secret's profile, else the server's usual one. */
  public Item profileOf(String account) {
    Shelf secrets = shelf("/ppp/secret");
    Shelf profiles = shelf("/ppp/profile");
    return secrets
        .where("name", account)
        .flatMap(secret -> profiles.where("name", secrets.value(secret, "profile")))
        .or(() -> profiles.where("name", usualProfile()))
        .or(() -> profiles.where("name", "default"))
        .orElseThrow();
  }

  /** Of those who have no secret. */
  public String usualProfile() {
    Shelf server = shelf("/interface/l2tp-server/server");
    return server.value(server.all().getFirst(), "default-profile");
  }

  /** By the words an admin would type: {@code chain=input action=accept}, blanks in no value. */
  public Item add(String path, String words) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String word : words.split(" ", -1)) {
      int equals = word.indexOf('=');
      values.put(word.substring(0, equals), word.substring(equals + 1).replace('_', ' '));
    }
    return shelf(path).add(values, Optional.empty()).orElseThrow();
  }

  /** As {@code /export} prints it: what differs from the usual, one item a line. */
  public String export() {
    StringBuilder text = new StringBuilder();
    shelves.values().forEach(shelf -> text.append(Export.of(shelf)));
    return text.toString();
  }
}
