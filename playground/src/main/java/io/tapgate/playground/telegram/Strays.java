package io.tapgate.playground.telegram;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Updates out of the order of their numbers: held back and overtaken, or read before and told
 * again. Such a one is handed out once, whatever offset the bot asks for, after all the others. To
 * be used inside the bell's lock.
 */
final class Strays {
  private static final int REMEMBERED = 100;

  private final PriorityQueue<Held> held = new PriorityQueue<>(Comparator.comparing(Held::due));
  private final Deque<Update> loose = new ArrayDeque<>();
  private final Deque<Update> given = new ArrayDeque<>();
  private int newestGiven;

  private record Held(Update update, Instant due) {}

  void hold(Update update, Instant due) {
    held.add(new Held(update, due));
  }

  /** Those whose time has come. Gives the ones that nothing newer overtook: they are no strays. */
  List<Update> release(Instant now) {
    List<Update> inOrder = new ArrayList<>();
    while (!held.isEmpty() && !held.element().due().isAfter(now)) {
      Update update = held.remove().update();
      (update.id() > newestGiven ? inOrder : loose).add(update);
    }
    return inOrder;
  }

  /** The last ones that were handed out are to be had again. */
  List<Update> again(int last) {
    List<Update> all = new ArrayList<>(given);
    List<Update> chosen = List.copyOf(all.subList(Math.max(0, all.size() - last), all.size()));
    loose.addAll(chosen);
    return chosen;
  }

  List<Update> ready() {
    return List.copyOf(loose);
  }

  /** These are in an answer to the bot. */
  void handOut(List<Update> updates) {
    for (Update update : updates) {
      loose.remove(update);
      given.remove(update);
      given.addLast(update);
      newestGiven = Math.max(newestGiven, update.id());
    }
    while (given.size() > REMEMBERED) {
      given.removeFirst();
    }
  }

  void forgetOld(Instant now) {
    held.removeIf(one -> !one.update().isThere(now));
    loose.removeIf(update -> !update.isThere(now));
  }

  void forgetAll() {
    held.clear();
    loose.clear();
  }

  int unread() {
    return loose.size();
  }
}
