package io.tapgate.admin.why;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import io.tapgate.admin.ListedBan;
import io.tapgate.admin.ListedConnection;
import io.tapgate.admin.ListedQuestion;
import io.tapgate.admin.Lists;
import io.tapgate.audit.Noted;
import io.tapgate.audit.Records;
import io.tapgate.connection.Allowances;
import io.tapgate.connection.RouterId;
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
  private final Allowances allowances;

  Explaining(
      Lists lists, Records records, Names names, Conditions conditions, Allowances allowances) {
    this.lists = lists;
    this.records = records;
    this.names = names;
    this.conditions = conditions;
    this.allowances = allowances;
  }

  public Optional<Explanation> explain(long id) {
    return lists.connection(id).map(this::explain);
  }

  private String shown(ListedConnection connection) {
    return Shown.of(connection, conditions.now().get(connection.router().name()));
  }

  private Explanation explain(ListedConnection connection) {
    Optional<ListedQuestion> question = lists.question(connection.id());
    TurnedAway away = new TurnedAway(bans(connection), chances(connection));
    List<Explanation.Sentence> sentences = new ArrayList<>(ofBans(connection, away.bans()));
    for (Noted noted : records.ofConnection(connection.id())) {
      sentences.add(new Explanation.Sentence(noted.at(), Told.of(noted, connection, names, away)));
    }
    sentences.addAll(Asked.of(connection, question));
    sentences.sort(comparing(Explanation.Sentence::at, nullsLast(naturalOrder())));
    sentences.add(new Explanation.Sentence(connection.enforcedAt(), shown(connection)));
    return new Explanation(
        connection.id(), connection.state(), Summary.of(connection, question, away), sentences);
  }

  private int chances(ListedConnection connection) {
    return allowances.at(new RouterId(connection.router().id())).chances();
  }

  private List<ListedBan> bans(ListedConnection connection) {
    return connection.state().equals("banned")
        ? lists.bans(connection.client().id(), connection.askedAt())
        : List.of();
  }

  /** That one began with this connection is on record of the connection itself. */
  private List<Explanation.Sentence> ofBans(ListedConnection connection, List<ListedBan> bans) {
    String account = Summary.account(connection);
    boolean before = !connection.cause().equals("over_limit");
    List<Explanation.Sentence> sentences = new ArrayList<>();
    for (ListedBan ban : bans) {
      if (before) {
        sentences.add(Imposed.began(ban, account, names));
      }
      Imposed.ended(ban, names).ifPresent(sentences::add);
    }
    return sentences;
  }
}
