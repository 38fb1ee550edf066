package io.tapgate.audit.jdbc;

import io.tapgate.audit.Cursor;
import io.tapgate.audit.Order;
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
  private final Order order;
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> values = new HashMap<>();

  PageQuery(Sought sought, Order order, Optional<Cursor> behind, int most) {
    this.order = order;
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
    String than = order == Order.NEWEST_FIRST ? "<" : ">";
    where("(at, id) " + than + " (:at, :id)", "at", cursor.at().atOffset(ZoneOffset.UTC));
    values.put("id", cursor.id());
  }

  private void where(String condition, String name, Object value) {
    conditions.add(condition);
    values.put(name, value);
  }

  String sql() {
    String where = conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
    String by = order == Order.NEWEST_FIRST ? "at desc, id desc" : "at, id";
    return """
    (select place, %1$s from audit %2$s order by %3$s limit :most)
    union all
    (select null, %1$s from audit_fresh %2$s order by %3$s limit :most)
    order by %3$s limit :most
    """
        .formatted(Rows.COLUMNS, where, by);
  }

  Map<String, Object> values() {
    return values;
  }
}
