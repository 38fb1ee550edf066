package io.tapgate.admin.jdbc;

import io.tapgate.admin.Asked;
import io.tapgate.admin.Page;
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
  private static final String NUMBER = "number";

  Page<T> page(JdbcClient database, Asked asked) {
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
    Cursor.read(asked.cursor(), order.name())
        .ifPresent(last -> {
          conditions.add(order.behind());
          values.put(NUMBER, last.id());
          if (!order.sort().isById()) {
            values.put("value", last.value());
          }
        });
    values.put("most", asked.limit() + 1);
    List<Row<T>> rows =
        database
            .sql(sql(order, conditions))
            .params(values)
            .query((row, number) ->
                new Row<>(reading.mapRow(row, number), row.getLong(NUMBER), row.getString(SORTED)))
            .list();
    return page(rows, order, asked.limit());
  }

  Optional<T> one(JdbcClient database, long number) {
    return database
        .sql(select + " where " + id + " = :id")
        .param("id", number)
        .query(reading)
        .optional();
  }

  /** As it is sent, for whoever looks at its plan. */
  String sql(String sort, List<String> filters) {
    return sql(order(sort), filters.stream().map(name -> filter(name).condition()).toList());
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

  private record Row<T>(T item, long number, String sorted) {}

  private Filter filter(String name) {
    return filters.stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new Asked.Refused(name, "is no parameter here; there are " + names()));
  }

  private String names() {
    List<String> names = new ArrayList<>(filters.stream().map(Filter::name).toList());
    names.addAll(List.of("sort", "limit", "cursor"));
    return String.join(", ", names);
  }

  private Order order(String written) {
    if (written.isEmpty()) {
      return new Order(sorts.getFirst(), true);
    }
    boolean down = written.startsWith("-");
    String name = down ? written.substring(1) : written;
    return sorts.stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .map(sort -> new Order(sort, down))
        .orElseThrow(() -> new Asked.Refused("sort", "write " + orders()));
  }

  private String orders() {
    return String.join(" or ", sorts.stream().map(one -> one.name() + ", -" + one.name()).toList());
  }

  private final class Order {
    private final Sort sort;
    private final boolean down;

    Order(Sort sort, boolean down) {
      this.sort = sort;
      this.down = down;
    }

    Sort sort() {
      return sort;
    }

    String name() {
      return (down ? "-" : "") + sort.name();
    }

    String column() {
      return sort.isById() ? id : sort.column();
    }

    String by() {
      String way = down ? " desc" : "";
      return sort.isById() ? id + way : sort.column() + way + ", " + id + way;
    }

    String behind() {
      String than = down ? " < " : " > ";
      return sort.isById()
          ? id + than + ":" + NUMBER
          : "("
              + sort.column()
              + ", "
              + id
              + ")"
              + than
              + "(cast(:value as "
              + sort.type()
              + "), :"
              + NUMBER
              + ")";
    }
  }
}
