package io.tapgate.playground.telegram;

import java.util.List;

/**
 * A chat of several people and the bot.
 *
 * @param id negative, as group ids are
 * @param members ids of people
 */
public record Group(long id, String title, List<Long> members) {
  public Group {
    if (id >= 0) {
      throw new IllegalArgumentException("a group's id is negative, not " + id);
    }
    members = List.copyOf(members);
  }
}
