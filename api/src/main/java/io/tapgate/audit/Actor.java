package io.tapgate.audit;

/** Who brought something about. Written as a word and a number; numbers are never given anew. */
public sealed interface Actor {

  /** A rule or a timer of ours, or what a router was seen to show. */
  record Tapgate() implements Actor {
    @Override
    public String toString() {
      return "tapgate";
    }
  }

  /** A router, by its report. */
  record Router(long id) implements Actor {
    @Override
    public String toString() {
      return "router:" + id;
    }
  }

  /** Somebody who tapped, by the number Telegram knows them by: names there change hands. */
  record Person(long user) implements Actor {
    @Override
    public String toString() {
      return "person:" + user;
    }
  }

  /** Whoever holds this key of the admin API. */
  record Key(long id) implements Actor {
    @Override
    public String toString() {
      return "key:" + id;
    }
  }

  /** As it was written. */
  static Actor read(String written) {
    if (!written.matches("tapgate|(router|person|key):-?[0-9]{1,18}")) {
      throw new IllegalArgumentException(
          "must be tapgate, or router:, person: or key: with a number behind it");
    }
    String[] parts = written.split(":", 2);
    return switch (parts[0]) {
      case "tapgate" -> new Tapgate();
      case "router" -> new Router(Long.parseLong(parts[1]));
      case "person" -> new Person(Long.parseLong(parts[1]));
      default -> new Key(Long.parseLong(parts[1]));
    };
  }
}
