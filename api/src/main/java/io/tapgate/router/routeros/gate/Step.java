package io.tapgate.router.routeros.gate;

import io.tapgate.router.routeros.Answer;
import io.tapgate.router.routeros.Command;
import io.tapgate.router.routeros.Conversation;
import java.util.List;

/** One thing that is to be done, small enough to be told in a line. */
interface Step {
  String words();

  void take(Conversation conversation);

  static Step of(String words, Command... commands) {
    return new Said(words, List.of(commands));
  }

  static Step of(String words, List<Command> commands) {
    return new Said(words, List.copyOf(commands));
  }

  /**
   * Commands, one after the other: the router works off what one caller says in any order it likes.
   */
  record Said(String words, List<Command> commands) implements Step {
    @Override
    public void take(Conversation conversation) {
      for (Command command : commands) {
        if (conversation.ask(command) instanceof Answer.Trapped trapped && !isDone(trapped)) {
          throw trapped.refusal(command);
        }
      }
    }

    /** Somebody did it meanwhile. */
    private static boolean isDone(Answer.Trapped trapped) {
      return trapped.says("already have such") || trapped.says("no such item");
    }
  }
}
