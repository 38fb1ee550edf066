package io.tapgate.router.jdbc;

import io.tapgate.connection.RouterId;
import io.tapgate.router.gate.Finding;
import io.tapgate.router.gate.Findings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcFindings implements Findings {
  private static final String ADD =
      """
      insert into router_finding (router_id, place, code, weight, what, means, todo)
      values (:router, :place, :code, :weight, :what, :means, :todo)
      """;
  private static final String ALL =
      """
      select router.name, finding.* from router_finding finding
      join router on router.id = finding.router_id and router.removed_at is null
      order by finding.router_id, finding.place
      """;

  private final JdbcClient database;

  JdbcFindings(JdbcClient database) {
    this.database = database;
  }

  @Override
  public Instant now() {
    return database.sql("select tapgate_now()").query(Timestamp.class).single().toInstant();
  }

  /** The router's row is held by it: of two who looked at once, the later one counts. */
  @Override
  @Transactional
  public void write(RouterId router, List<Finding> found) {
    int rows =
        database
            .sql(
                "update router set checked_at = tapgate_now() where id = :id and removed_at is null")
            .param("id", router.value())
            .update();
    if (rows == 0) {
      return;
    }
    database
        .sql("delete from router_finding where router_id = :id")
        .param("id", router.value())
        .update();
    for (int place = 0; place < found.size(); place++) {
      add(router, place, found.get(place));
    }
  }

  private void add(RouterId router, int place, Finding one) {
    database
        .sql(ADD)
        .param("router", router.value())
        .param("place", place)
        .param("code", one.code())
        .param("weight", one.weight().word())
        .param("what", one.what())
        .param("means", one.means())
        .param("todo", one.todo())
        .update();
  }

  @Override
  public Checked read(RouterId router) {
    Optional<Instant> at =
        database
            .sql("select checked_at from router where id = :id and checked_at is not null")
            .param("id", router.value())
            .query(Timestamp.class)
            .optional()
            .map(Timestamp::toInstant);
    List<Finding> found =
        database
            .sql("select * from router_finding where router_id = :id order by place")
            .param("id", router.value())
            .query((row, _) -> finding(row))
            .list();
    return new Checked(at, found);
  }

  @Override
  public Map<String, List<Finding>> all() {
    Map<String, List<Finding>> all = new TreeMap<>();
    database
        .sql(ALL)
        .query(row -> {
          all.computeIfAbsent(row.getString("name"), _ -> new ArrayList<>()).add(finding(row));
        });
    return all;
  }

  private static Finding finding(ResultSet row) throws SQLException {
    return new Finding(
        row.getString("code"),
        Finding.Weight.read(row.getString("weight")),
        row.getString("what"),
        row.getString("means"),
        row.getString("todo"));
  }
}
