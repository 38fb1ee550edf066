package io.tapgate.vault.jdbc;

import io.tapgate.vault.FirstStart;
import io.tapgate.vault.KeyRefused;
import io.tapgate.vault.Vault;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * At the start, the key must open what it locked at the first start. Several nodes share one key;
 * one that was given another would lock what the others cannot open.
 */
@Component
class ProvenKey {
  private static final String PURPOSE = "proof";

  ProvenKey(
      JdbcClient database,
      Vault vault,
      TransactionTemplate transaction,
      List<FirstStart> firstStarts) {
    transaction.executeWithoutResult(_ -> {
      if (locksProof(database, vault)) {
        firstStarts.forEach(FirstStart::happens);
      }
    });
    try {
      vault.open(PURPOSE, database.sql("select proof from vault").query(byte[].class).single());
    } catch (Vault.Unopened _) {
      throw new KeyRefused(
          "is not the key that this database's secrets are locked with. Write the earlier one (or"
              + " restore the file tapgate.key in DATA_DIR)",
          null);
    }
  }

  /** Whether there was none: whoever comes at the same time waits here for the one before. */
  private static boolean locksProof(JdbcClient database, Vault vault) {
    return database
            .sql("insert into vault (proof) values (:proof) on conflict do nothing")
            .param("proof", vault.lock(PURPOSE, PURPOSE))
            .update()
        == 1;
  }
}
