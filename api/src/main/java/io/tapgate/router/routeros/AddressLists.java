package io.tapgate.router.routeros;

import io.tapgate.router.RouterTrouble;
import java.util.ArrayList;
import java.util.List;

/**
 * The address lists of a router. What is wished is compared with what is read; what is missing is
 * sent together with the next reading, so that in good weather one reading and one such round are
 * all. Only a reading that shows the wish ends it: entries run out, appear and vanish meanwhile.
 */
final class AddressLists {
  private static final int ROUNDS = 6;

  private final Conversation conversation;

  AddressLists(Conversation conversation) {
    this.conversation = conversation;
  }

  List<Entry> read(ListedAddress address) {
    Command print = Phrasebook.entriesOf(address);
    return entries(conversation.ask(print), print);
  }

  static List<Entry> entries(Answer answer, Command print) {
    return answer.items(print).stream().map(Entry::of).toList();
  }

  /** Makes it so; returns what the router showed when it was. */
  List<Entry> make(ListedAddress address, Wish wish, List<Entry> lastSeen) {
    List<Entry> seen = lastSeen;
    boolean written = false;
    for (int round = 0; round < ROUNDS; round++) {
      List<Command> missing = wish.missing(seen, written);
      if (missing.isEmpty()) {
        return seen;
      }
      Command print = Phrasebook.entriesOf(address);
      List<Answer> answers = conversation.askAll(and(missing, print));
      written = areDone(missing, answers);
      seen = entries(answers.getLast(), print);
    }
    throw new RouterTrouble.Refused(
        "the router does not show "
            + address.text()
            + " on its lists as it was asked to, though it"
            + " was asked "
            + ROUNDS
            + " times");
  }

  private static List<Command> and(List<Command> some, Command last) {
    List<Command> all = new ArrayList<>(some);
    all.add(last);
    return all;
  }

  /** Somebody was there before us: no trouble, but the next reading has to tell. */
  private static boolean areDone(List<Command> commands, List<Answer> answers) {
    boolean done = true;
    for (int i = 0; i < commands.size(); i++) {
      done &= isDone(commands.get(i), answers.get(i));
    }
    return done;
  }

  static boolean isDone(Command command, Answer answer) {
    if (answer instanceof Answer.Trapped trapped) {
      if (!trapped.says("already have such entry") && !trapped.says("no such item")) {
        throw trapped.refusal(command);
      }
      return false;
    }
    return true;
  }
}
