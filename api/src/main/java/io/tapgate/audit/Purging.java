package io.tapgate.audit;

import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Records older than the retention go, from the front of the chain alone, and a signed checkpoint
 * stays. What goes is checked before: else somebody could change a record, make it look old, and
 * wait for us to remove the evidence.
 */
@Service
public class Purging {
  private static final Logger log = LoggerFactory.getLogger(Purging.class);
  private static final int BATCH = 1000;

  private final Chain chain;
  private final Signet signet;
  private final AuditSettings settings;
  private final TransactionTemplate transaction;

  Purging(Chain chain, Signet signet, AuditSettings settings, TransactionTemplate transaction) {
    this.chain = chain;
    this.signet = signet;
    this.settings = settings;
    this.transaction = transaction;
  }

  /** How many went. */
  public int purge() {
    int purged = 0;
    int batch;
    do {
      batch = transaction.execute(_ -> purgeBatch());
      purged += batch;
    } while (batch == BATCH);
    if (purged > 0) {
      log.info(
          "{} records of the audit older than {} were removed; a signed checkpoint stays",
          purged,
          settings.retention());
    }
    return purged;
  }

  private int purgeBatch() {
    Instant old = chain.ago(settings.retention().bounded());
    Anchor front = front();
    Anchor anchor = front;
    for (Link link : chain.after(front.place(), BATCH)) {
      if (!link.noted().at().isBefore(old)) {
        break;
      }
      if (!anchor.holds(link)) {
        refuse(link.place());
        break;
      }
      anchor = Anchor.of(link);
    }
    if (!anchor.equals(front)) {
      chain.replaceBy(signet.checkpoint(anchor, chain.now()));
    }
    return Math.toIntExact(anchor.place() - front.place());
  }

  /** A forged checkpoint is no front: nothing fits behind the beginning then, and nothing goes. */
  private Anchor front() {
    return chain
        .standing()
        .checkpoint()
        .filter(signet::made)
        .map(Checkpoint::anchor)
        .orElse(Anchor.GENESIS);
  }

  private static void refuse(long place) {
    log.error(
        "old records of the audit from place {} on are kept: the chain does not fit there;"
            + " /api/v1/audit/verify says what is wrong",
        place);
  }
}
