package io.tapgate.admin.why;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import io.tapgate.admin.ListedConnection;
import io.tapgate.admin.ListedQuestion;
import io.tapgate.admin.Lists;
import io.tapgate.audit.Noted;
import io.tapgate.audit.Records;
import io.tapgate.router.Conditions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Reads out what is on record about one connection. */
@Service
public class Explaining {
  private final Lists lists;
  private final Records records;
  private final Names names;
  private final Conditions conditions;

  Explaining(Lists lists, Records records, Names names, Conditions conditions) {
    this.lists = lists;
    this.records = records;
    this.names = names;
    this.conditions = conditions;
  }

  public Optional<Explanation> explain(long id) {
    return lists.connection(id).map(this::explain);
  }

  private String shown(ListedConnection connection) {
    return Shown.of(connection, conditions.now().get(connection.router().name()));
  }

  private Explanation explain(ListedConnection connection) {
    Optional<ListedQuestion> question = lists.question(connection.id());
    List<Explanation.Sentence> sentences = new ArrayList<>();
    for (Noted noted : records.ofConnection(connection.id())) {
      sentences.add(new Explanation.Sentence(noted.at(), Told.of(noted, connection, names)));
    }
    sentences.addAll(Asked.of(connection, question));
    sentences.sort(comparing(Explanation.Sentence::at, nullsLast(naturalOrder())));
    sentences.add(new Explanation.Sentence(connection.enforcedAt(), shown(connection)));
    return new Explanation(
        connection.id(), connection.state(), Summary.of(connection, question), sentences);
  }
}
