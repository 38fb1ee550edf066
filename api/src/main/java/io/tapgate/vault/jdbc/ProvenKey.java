package io.tapgate.vault.jdbc;

import io.tapgate.vault.KeyRefused;
import io.tapgate.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * At the start, the key must open what it locked at the first start. Several nodes share one key;
 * one that was given another would lock what the others cannot open.
 */
@Component
class ProvenKey {
  private static final String PURPOSE = "proof";

  ProvenKey(JdbcClient database, Vault vault) {
    database
        .sql("insert into vault (proof) values (:proof) on conflict do nothing")
        .param("proof", vault.lock(PURPOSE, PURPOSE))
        .update();
    try {
      vault.open(PURPOSE, database.sql("select proof from vault").query(byte[].class).single());
    } catch (Vault.Unopened _) {
      throw new KeyRefused(
          "is not the key that this database's secrets are locked with. Write the earlier one (or"
              + " restore the file tapgate.key in DATA_DIR)",
          null);
    }
  }
}
