package io.tapgate.playground.telegram;

import java.time.InstantSource;
import java.util.List;

/**
 * What a pretend Telegram is made of.
 *
 * @param port 0 takes any free one
 * @param token the bot's, {@code <number>:<secret>}
 */
public record TelegramSettings(
    int port, String token, List<Person> people, List<Group> groups, InstantSource clock) {

  public TelegramSettings {
    people = List.copyOf(people);
    groups = List.copyOf(groups);
  }

  /** Any free port, nobody there yet, the time of the day. */
  public static TelegramSettings of(String token) {
    return new TelegramSettings(0, token, List.of(), List.of(), InstantSource.system());
  }

  public TelegramSettings port(int number) {
    return new TelegramSettings(number, token, people, groups, clock);
  }

  public TelegramSettings people(Person... them) {
    return new TelegramSettings(port, token, List.of(them), groups, clock);
  }

  public TelegramSettings groups(Group... them) {
    return new TelegramSettings(port, token, people, List.of(them), clock);
  }

  public TelegramSettings clock(InstantSource source) {
    return new TelegramSettings(port, token, people, groups, source);
  }

  /** The bot's own id, which is the first half of its token. */
  long bot() {
    String number = token.split(":", 2)[0];
    return number.matches("[0-9]{1,15}") ? Long.parseLong(number) : 1;
  }
}
