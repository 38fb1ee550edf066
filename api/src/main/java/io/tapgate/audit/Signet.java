package io.tapgate.audit;

import io.tapgate.vault.Vault;
import java.time.Instant;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/** Signs where the chain begins and ends, with TAPGATE_KEY, and knows its own signature again. */
@Component
class Signet {
  private final Vault vault;

  Signet(Vault vault) {
    this.vault = vault;
  }

  Head head(Anchor anchor, Instant at) {
    return new Head(anchor, at, seal("head", anchor, at));
  }

  Checkpoint checkpoint(Anchor anchor, Instant at) {
    return new Checkpoint(anchor, at, seal("checkpoint", anchor, at));
  }

  boolean made(Head head) {
    return head.seal().equals(seal("head", head.anchor(), head.at()));
  }

  boolean made(Checkpoint checkpoint) {
    return checkpoint.seal().equals(seal("checkpoint", checkpoint.anchor(), checkpoint.at()));
  }

  private Seal seal(String what, Anchor anchor, Instant at) {
    String text = "audit " + what + " " + anchor + " " + Canonical.moment(at);
    return new Seal(HexFormat.of().formatHex(vault.sign(text)));
  }
}
