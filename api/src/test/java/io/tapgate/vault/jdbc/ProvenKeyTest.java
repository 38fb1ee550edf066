package io.tapgate.vault.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapgate.audit.jdbc.AuditDatabase;
import io.tapgate.vault.FirstStart;
import io.tapgate.vault.KeyRefused;
import io.tapgate.vault.VaultAtHand;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The key is proved at each start, and the first start is known for the first. */
class ProvenKeyTest {
  private final AuditDatabase database = AuditDatabase.fresh();
  private final AtomicInteger firstStarts = new AtomicInteger();

  @Test
  void a_database_has_one_first_start() {
    starts();
    starts();
    assertThat(firstStarts).hasValue(1);
  }

  @Test
  void of_nodes_that_start_at_once_one_has_it() {
    Stream.generate(() -> CompletableFuture.runAsync(this::starts))
        .limit(4)
        .toList()
        .forEach(CompletableFuture::join);
    assertThat(firstStarts).hasValue(1);
  }

  @Test
  void one_that_fails_is_none() {
    assertThatThrownBy(() ->
            starts(
                "0f",
                () -> {
                  throw new IllegalStateException("no room");
                }))
        .hasMessage("no room");
    assertThat(database.count("vault")).isZero();
    starts();
    assertThat(firstStarts).hasValue(1);
  }

  @Test
  void another_key_is_refused() {
    starts();
    assertThatThrownBy(() -> starts("1e", firstStarts::incrementAndGet))
        .isInstanceOf(KeyRefused.class);
  }

  private void starts() {
    starts("0f", firstStarts::incrementAndGet);
  }

  private void starts(String key, FirstStart first) {
    new ProvenKey(database.sql, VaultAtHand.with(key), database.transaction, List.of(first));
  }
}
