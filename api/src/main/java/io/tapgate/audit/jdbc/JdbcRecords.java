package io.tapgate.audit.jdbc;

import io.tapgate.audit.Cursor;
import io.tapgate.audit.Noted;
import io.tapgate.audit.Order;
import io.tapgate.audit.Records;
import io.tapgate.audit.Sought;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRecords implements Records {
  private static final String OF_CONNECTION =
      """
      select %1$s from audit where connection_id = :connection
      union all
      select %1$s from audit_fresh where connection_id = :connection
      order by id
      """
          .formatted(Rows.COLUMNS);

  private final JdbcClient database;

  JdbcRecords(JdbcClient database) {
    this.database = database;
  }

  @Override
  public List<Noted> ofConnection(long connection) {
    return database
        .sql(OF_CONNECTION)
        .param("connection", connection)
        .query((row, _) -> Rows.noted(row))
        .list();
  }

  @Override
  public List<Row> page(Sought sought, Order order, Optional<Cursor> behind, int most) {
    PageQuery page = new PageQuery(sought, order, behind, most);
    return database
        .sql(page.sql())
        .params(page.values())
        .query((row, _) -> new Row(Rows.noted(row), Rows.number(row, "place")))
        .list();
  }
}
