package io.tapgate.playground.page;

import io.tapgate.playground.page.Wish.Declined;
import io.tapgate.playground.router.PretendRouter;
import io.tapgate.playground.telegram.NoSuchButtonException;
import io.tapgate.playground.telegram.Person;
import io.tapgate.playground.telegram.PretendTelegram;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the buttons of the page do. */
final class Doors {
  private final Cast cast;
  private final PretendTelegram telegram;
  private final Dialling dialling;
  private final Map<String, Door> doors =
      new HashMap<>(
          Map.ofEntries(
              Map.entry("/playground/join", this::join),
              Map.entry("/playground/connect", this::connect),
              Map.entry("/playground/hang-up", this::hangUp),
              Map.entry("/playground/tap", this::tap),
              Map.entry("/playground/forge", this::forge),
              Map.entry("/playground/write", this::write),
              Map.entry("/playground/block", this::block)));

  Doors(Cast cast, PretendTelegram telegram, PretendRouter router) {
    this.cast = cast;
    this.telegram = telegram;
    this.dialling = new Dialling(router);
    doors.putAll(new RouterDoors(router).doors());
    doors.putAll(new TelegramDoors(cast, telegram).doors());
  }

  boolean has(String path) {
    return doors.containsKey(path);
  }

  Reply open(String path, byte[] body) {
    Door door = doors.get(path);
    if (door == null) {
      return Reply.problem(404, "No such door", "There is nothing at " + path + ".");
    }
    try {
      return door.open(Wish.parse(body));
    } catch (Declined declined) {
      return declined.reply();
    } catch (NoSuchButtonException gone) {
      return Reply.problem(409, "Nothing to press", sentence(gone));
    } catch (IllegalArgumentException impossible) {
      return Reply.problem(400, "Not possible", sentence(impossible));
    }
  }

  private static String sentence(RuntimeException trouble) {
    return trouble.getMessage() == null ? trouble.toString() : trouble.getMessage();
  }

  private Reply join(Wish wish) throws Declined {
    String key = wish.text("person");
    Person person =
        new Person(
            wish.number("chat"),
            wish.optionalText("name").orElse(key),
            language(wish),
            wish.flag("started", true));
    if (person.id() <= 0) {
      throw new Declined(400, "Not possible", "A person's chat is a positive number.");
    }
    Role role =
        new Role(key, person, wish.optionalText("account"), wish.optionalText("caller").orElse(""));
    if (!cast.join(role)) {
      throw new Declined(409, "Taken", "That name or that chat is somebody's already.");
    }
    telegram.join(person);
    return Reply.json(Reply.object());
  }

  private static @Nullable String language(Wish wish) throws Declined {
    Optional<String> language = wish.optionalText("language");
    return language.isPresent() ? language.get() : null;
  }

  private Reply connect(Wish wish) throws Declined {
    return dialling.connect(role(wish), wish);
  }

  private Reply hangUp(Wish wish) throws Declined {
    Optional<String> session = wish.optionalText("session");
    return session.isPresent()
        ? dialling.hangUp(session.get(), wish)
        : dialling.hangUp(role(wish), wish);
  }

  private Reply tap(Wish wish) throws Declined {
    Person person = role(wish).person();
    String press =
        telegram.tap(person.id(), chat(wish, person), message(wish), wish.text("button")).id();
    return Reply.json(Reply.object().put("press", press));
  }

  private Reply forge(Wish wish) throws Declined {
    Person person = role(wish).person();
    String press =
        telegram.forge(person.id(), chat(wish, person), message(wish), wish.text("data")).id();
    return Reply.json(Reply.object().put("press", press));
  }

  private Reply write(Wish wish) throws Declined {
    Person person = role(wish).person();
    String text = wish.text("text").strip();
    if (text.isEmpty() || text.length() > 4096) {
      throw new Declined(400, "Not possible", "A message has 1 to 4096 characters.");
    }
    int message = telegram.write(person.id(), chat(wish, person), text).id();
    return Reply.json(Reply.object().put("message", message));
  }

  private Reply block(Wish wish) throws Declined {
    Person person = role(wish).person();
    if (wish.flag("blocked", true)) {
      telegram.block(person.id());
    } else {
      telegram.unblock(person.id());
    }
    return Reply.json(Reply.object());
  }

  private Role role(Wish wish) throws Declined {
    return cast.named(wish.text("person"));
  }

  private static long chat(Wish wish, Person person) throws Declined {
    return wish.optionalNumber("chat").orElse(person.id());
  }

  private static int message(Wish wish) throws Declined {
    return Math.clamp(wish.number("message"), 0, Integer.MAX_VALUE);
  }
}
