package io.tapgate.audit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapgate.audit.AuditStage;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;

/** What we could not read would stop the sealer and blind whoever checks: it is not taken. */
class MalformedTest {
  private final AuditStage stage = AuditStage.with(1);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update audit_head set hash = ''",
        "update audit_head set sealed_at = 'infinity'",
        "insert into audit_checkpoint values (1, '', now(), '')",
        "insert into audit_checkpoint select 1, hash, '-infinity', '' from audit",
        "update audit set hash = ''",
        "update audit set at = 'infinity'",
        "insert into audit_fresh (at, actor, verb) values ('infinity', 'tapgate', 'router.added')",
      })
  void the_database_takes_nothing_malformed(String statement) {
    assertThatThrownBy(() -> AuditStage.DATABASE.run(statement))
        .isInstanceOf(DataIntegrityViolationException.class);
    assertThat(stage.verifying.verify(Optional.empty()).isSound()).isTrue();
  }
}
