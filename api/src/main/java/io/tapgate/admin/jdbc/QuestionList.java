package io.tapgate.admin.jdbc;

import io.tapgate.admin.ListedQuestion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Questions, the newest first; each goes by the number of its connection. */
final class QuestionList {
  static final Listing<ListedQuestion> LISTING =
      new Listing<>(
          "select q.* from question q",
          "q.connection_id",
          List.of(Sort.ID),
          List.of(
              Filter.id("chat_id", "q.chat_id"),
              Filter.yesOrNo("refused", "q.refused is not null", "q.refused is null"),
              Filter.yesOrNo("waiting", "q.tell_at is not null", "q.tell_at is null")),
          (row, _) -> read(row));

  private QuestionList() {}

  private static ListedQuestion read(ResultSet row) throws SQLException {
    return new ListedQuestion(
        row.getLong("connection_id"),
        row.getLong("chat_id"),
        Columns.longOrNull(row, "message_id"),
        shown(row.getString("shown")),
        row.getString("refused"),
        row.getInt("attempts"),
        Columns.instantOrNull(row, "tell_at"));
  }

  private static @Nullable String shown(@Nullable String face) {
    return face == null ? null : face.toLowerCase(Locale.ROOT);
  }
}
