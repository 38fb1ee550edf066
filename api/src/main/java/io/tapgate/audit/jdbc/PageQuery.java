package io.tapgate.audit.jdbc;

import io.tapgate.audit.Cursor;
import io.tapgate.audit.Sought;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One page of what is sought. Only the conditions that are asked for are in the statement, so that
 * each is answered from the index that fits; and each of the two tables gives no more than a page.
 */
final class PageQuery {
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> values = new HashMap<>();

  PageQuery(Sought sought, Optional<Cursor> behind, int most) {
    values.put("most", most);
    sought.actor().ifPresent(actor -> where("actor = :actor", "actor", actor.toString()));
    // Verbs are small letters, dots and hyphens: all of them sort before the tilde.
    sought.verb().ifPresent(verb -> where("verb >= :verb and verb < :verb || '~'", "verb", verb));
    sought.connection().ifPresent(id -> where("connection_id = :connection", "connection", id));
    sought.client().ifPresent(id -> where("client_id = :client", "client", id));
    sought.router().ifPresent(id -> where("router_id = :router", "router", id));
    sought
        .happened()
        .since()
        .ifPresent(at -> where("at >= :since", "since", at.atOffset(ZoneOffset.UTC)));
    sought
        .happened()
        .until()
        .ifPresent(at -> where("at < :until", "until", at.atOffset(ZoneOffset.UTC)));
    behind.ifPresent(this::behind);
  }

  private void behind(Cursor cursor) {
    where("(at, id) < (:at, :id)", "at", cursor.at().atOffset(ZoneOffset.UTC));
    values.put("id", cursor.id());
  }

  private void where(String condition, String name, Object value) {
    conditions.add(condition);
    values.put(name, value);
  }

  String sql() {
    String where = conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
    return """
    (select place, %1$s from audit %2$s order by at desc, id desc limit :most)
    union all
    (select null, %1$s from audit_fresh %2$s order by at desc, id desc limit :most)
    order by at desc, id desc limit :most
    """
        .formatted(Rows.COLUMNS, where);
  }

  Map<String, Object> values() {
    return values;
  }
}
