package io.tapgate.admin.why;

import io.tapgate.admin.ListedConnection;
import io.tapgate.admin.ListedQuestion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of the question. */
final class Asked {
  private Asked() {}

  static List<Explanation.Sentence> of(
      ListedConnection connection, Optional<ListedQuestion> question) {
    if (connection.state().equals("banned")) {
      return List.of();
    }
    if (question.isEmpty()) {
      return List.of(said(null, "Nobody was asked: no chat is known for this client."));
    }
    ListedQuestion one = question.get();
    if (one.refused() != null) {
      return List.of(
          said(
              null,
              "Telegram does not take the question for chat "
                  + one.chatId()
                  + ": "
                  + one.refused()
                  + "."));
    }
    return List.of(said(connection.takenAt(), taken(connection, one)));
  }

  private static String taken(ListedConnection connection, ListedQuestion question) {
    Instant taken = connection.takenAt();
    return taken == null
        ? "Telegram had not taken the question for chat " + question.chatId() + "."
        : "Telegram took the question for chat "
            + question.chatId()
            + "; the time to answer ends at "
            + When.of(connection.deadlineAt())
            + ".";
  }

  private static Explanation.Sentence said(@Nullable Instant at, String text) {
    return new Explanation.Sentence(at, text);
  }
}
