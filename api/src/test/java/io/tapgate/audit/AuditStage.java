package io.tapgate.audit;

import io.tapgate.audit.jdbc.AuditDatabase;
import io.tapgate.settings.Span;
import io.tapgate.vault.VaultAtHand;
import java.util.Optional;

/** A chain to do things to. */
public final class AuditStage {
  public static final AuditDatabase DATABASE = AuditDatabase.fresh();

  private final Signet signet = new Signet(VaultAtHand.with("0f"));
  public final Sealing sealing =
      new Sealing(DATABASE.chain, DATABASE.recording, signet, DATABASE.transaction);
  public final Verifying verifying = new Verifying(DATABASE.chain, signet);
  public final Exporting exporting = new Exporting(DATABASE.chain);
  public final Purging purging =
      new Purging(
          DATABASE.chain, signet, new AuditSettings(Span.parse("365d")), DATABASE.transaction);

  private AuditStage() {}

  public static AuditStage empty() {
    DATABASE.empty();
    AuditStage stage = new AuditStage();
    new Beginning(DATABASE.chain, stage.signet).happens();
    return stage;
  }

  public static AuditStage with(int sealed) {
    AuditStage stage = empty();
    stage.happens(sealed);
    stage.sealing.seal();
    return stage;
  }

  public void happens(int times) {
    DATABASE.transaction.executeWithoutResult(_ -> {
      for (int i = 1; i <= times; i++) {
        DATABASE.recording.note(happening(i));
      }
    });
  }

  static Happening happening(int number) {
    By by = new By(new Actor.Key(7), Optional.of("reason, \"quoted\" " + number));
    return Happening.of("router.changed", by)
        .about(About.nothing().router(number).caller("198.18.0.1"))
        .with("host", "192.0.2." + number);
  }

  Verdict verdict() {
    return verifying.verify(Optional.empty());
  }

  Verdict verdict(Anchor remembered) {
    return verifying.verify(Optional.of(remembered));
  }

  /** What somebody would have written down outside the database. */
  Anchor head() {
    return DATABASE.chain.standing().head().orElseThrow().anchor();
  }
}
