package io.tapgate.audit;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hangs fresh records on the chain, a batch in one transaction. Of several nodes one seals at a
 * time; the others leave it to that one.
 */
@Service
public class Sealing {
  private static final Logger log = LoggerFactory.getLogger(Sealing.class);
  private static final int BATCH = 1000;

  /** The verb of a record that says that somebody changed the head behind our back. */
  static final String FOUND_BROKEN = "audit.broken";

  private final Chain chain;
  private final Recording recording;
  private final Signet signet;
  private final TransactionTemplate transaction;

  Sealing(Chain chain, Recording recording, Signet signet, TransactionTemplate transaction) {
    this.chain = chain;
    this.recording = recording;
    this.signet = signet;
    this.transaction = transaction;
  }

  /** How many were sealed. */
  public int seal() {
    int sealed = 0;
    int batch = BATCH;
    while (batch == BATCH && chain.hasFresh()) {
      batch = transaction.execute(_ -> chain.hold().map(this::sealBehind).orElse(0));
      sealed += batch;
    }
    return sealed;
  }

  private int sealBehind(Head head) {
    Anchor anchor = footing(head);
    List<Link> links = new ArrayList<>();
    for (Noted noted : chain.takeFresh(BATCH)) {
      Link link = anchor.next(noted);
      links.add(link);
      anchor = Anchor.of(link);
    }
    if (!links.isEmpty()) {
      chain.append(links, signet.head(anchor, chain.now()));
    }
    return links.size();
  }

  /**
   * Where to go on. Records behind the head, or a head that we did not sign, are somebody else's
   * doing; at the beginning as well, where the first start left a signed one. To sign what follows
   * as if nothing had happened would cover it up. It is put on record in the chain itself, and
   * sealing goes on behind what is there: an audit that stands still shows less than one with a
   * scar.
   */
  private Anchor footing(Head head) {
    Anchor last = chain.last();
    if (signet.made(head) && last.place() <= head.anchor().place()) {
      return head.anchor();
    }
    tell(head, last);
    return last;
  }

  private void tell(Head head, Anchor last) {
    log.error(
        "the audit does not end as it was signed: somebody changed the database behind our back;"
            + " this is on record in the audit, sealing goes on behind place {}, and"
            + " /api/v1/audit/verify says what is wrong",
        last.place());
    recording.note(
        Happening.of(FOUND_BROKEN, By.tapgate())
            .with("head", head.anchor())
            .with("signed_by_us", signet.made(head))
            .with("last", last));
  }
}
