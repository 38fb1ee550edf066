package io.tapgate.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tapgate.audit.Chain;
import java.io.UncheckedIOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** An export that came to its end is whole. */
class ExportTest extends House {
  private static final String EXPORT = "/api/v1/audit/export?format=";

  /** More than one step of an export. */
  private static final int MANY = 1200;

  @Autowired private Chain chain;

  @BeforeEach
  void muchHappened() {
    database
        .sql(
            "insert into audit_fresh (actor, verb, reason) select 'tapgate', 'router.changed',"
                + " 'change ' || n from generate_series(1, :many) n")
        .param("many", MANY)
        .update();
    await().atMost(Duration.ofSeconds(15)).until(() -> !chain.hasFresh());
  }

  @Test
  void one_that_comes_to_its_end_has_them_all() {
    assertThat(doors.get(EXPORT + "csv", ADMIN).text("text").lines()).hasSizeGreaterThan(MANY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "jsonl"})
  void one_that_fails_on_the_way_breaks_off_and_does_not_look_whole(String format) {
    theLastRecordCannotBeRead();
    try {
      assertThatThrownBy(() -> doors.get(EXPORT + format, ADMIN))
          .isInstanceOf(UncheckedIOException.class)
          .cause()
          .isNotInstanceOf(HttpTimeoutException.class);
    } finally {
      everyRecordCanBeReadAgain();
    }
  }

  private void theLastRecordCannotBeRead() {
    database
        .sql(
            """
            alter table audit rename to audit_whole;
            create view audit as
            select place, id / case when place = %d then 0 else 1 end as id, at, actor, verb,
              connection_id, client_id, router_id, ban_id, key_id, cause, tunnel, caller, reason,
              detail, hash
            from audit_whole
            """
                .formatted(chain.last().place()))
        .update();
  }

  private void everyRecordCanBeReadAgain() {
    database.sql("drop view audit; alter table audit_whole rename to audit").update();
  }
}
