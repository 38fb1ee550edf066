package io.tapgate.admin.jdbc;

import io.tapgate.admin.Page;
import io.tapgate.doors.Asked;
import io.tapgate.doors.ParameterRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One kind of thing that is listed. Pages go by key, never by offset: the millionth costs what the
 * first does. Every filter and every order has its index.
 *
 * @param select the columns and tables, up to the conditions
 * @param id the column with its number
 * @param sorts the orders there are; the first is the usual one, newest or highest first
 */
record Listing<T>(
    String select, String id, List<Sort> sorts, List<Filter> filters, RowMapper<T> reading) {
  private static final String SORTED = "sorted_by";
  private static final String NUMBER = Order.NUMBER;

  Page<T> page(JdbcClient database, Asked asked) {
    Query query = query(asked);
    List<Row<T>> rows =
        database
            .sql(query.sql())
            .params(query.values())
            .query((row, number) ->
                new Row<>(reading.mapRow(row, number), row.getLong(NUMBER), row.getString(SORTED)))
            .list();
    return page(rows, query.order(), asked.limit());
  }

  /** How the database would find it, and what it looked at on the way. */
  List<String> plan(JdbcClient database, Asked asked) {
    Query query = query(asked);
    return database
        .sql("explain (analyze, timing off) " + query.sql())
        .params(query.values())
        .query((row, _) -> row.getString(1))
        .list();
  }

  private Query query(Asked asked) {
    Order order = order(asked.sort());
    Map<String, Object> values = new TreeMap<>();
    List<String> conditions = new ArrayList<>();
    asked
        .narrowed()
        .forEach((name, text) -> {
          Filter filter = filter(name);
          Object value = filter.value(text);
          conditions.add(filter.condition(value));
          values.put(name, value);
        });
    Cursor.read(asked.cursor(), order)
        .ifPresent(last -> {
          conditions.add(order.behind());
          values.put(NUMBER, last.id());
          if (!order.sort().isById()) {
            values.put("value", last.value());
          }
        });
    values.put("most", asked.limit() + 1);
    return new Query(sql(order, conditions), values, order);
  }

  Optional<T> one(JdbcClient database, long number) {
    return database
        .sql(select + " where " + id + " = :id")
        .param("id", number)
        .query(reading)
        .optional();
  }

  private String sql(Order order, List<String> conditions) {
    return select.replaceFirst(
            "select",
            "select "
                + id
                + " as "
                + NUMBER
                + ", cast("
                + order.column()
                + " as text) as "
                + SORTED
                + ",")
        + (conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions))
        + " order by "
        + order.by()
        + " limit :most";
  }

  private Page<T> page(List<Row<T>> rows, Order order, int limit) {
    List<T> items = rows.stream().limit(limit).map(Row::item).toList();
    if (rows.size() <= limit) {
      return new Page<>(items, null);
    }
    Row<T> last = rows.get(limit - 1);
    return new Page<>(items, new Cursor(order.name(), last.number(), last.sorted()).written());
  }

  private record Query(String sql, Map<String, Object> values, Order order) {}

  private record Row<T>(T item, long number, String sorted) {}

  /** What is none was refused at the door. */
  private Filter filter(String name) {
    return filters.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }

  private Order order(String written) {
    if (written.isEmpty()) {
      return new Order(sorts.getFirst(), true, id);
    }
    boolean down = written.startsWith("-");
    String name = down ? written.substring(1) : written;
    return sorts.stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .map(sort -> new Order(sort, down, id))
        .orElseThrow(() -> new ParameterRefused("sort", "write " + orders()));
  }

  private String orders() {
    return String.join(" or ", sorts.stream().map(one -> one.name() + ", -" + one.name()).toList());
  }
}
