package io.tapgate.audit;

import io.tapgate.vault.FirstStart;
import org.springframework.stereotype.Component;

/**
 * A new database gets a signed head before anything is on record. So from then on one that is not
 * there was removed: else whoever removes all of the audit would leave what looks like a new one.
 */
@Component
class Beginning implements FirstStart {
  private final Chain chain;
  private final Signet signet;

  Beginning(Chain chain, Signet signet) {
    this.chain = chain;
    this.signet = signet;
  }

  @Override
  public void happens() {
    chain.begin(signet.head(Anchor.GENESIS, chain.now()));
  }
}
