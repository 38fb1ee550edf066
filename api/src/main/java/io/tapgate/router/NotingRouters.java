package io.tapgate.router;

import io.tapgate.audit.By;
import io.tapgate.audit.Happening;
import io.tapgate.audit.Recording;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is done to routers is on record: by admins in their transaction, by Tapgate once done. */
@Component
class NotingRouters {
  private final Recording recording;

  NotingRouters(Recording recording) {
    this.recording = recording;
  }

  @EventListener
  void on(RouterChanged changed) {
    recording.note(
        Happening.of(verb(changed.what()), changed.by())
            .router(changed.router().value())
            .with(changed.detail()));
  }

  /** What a connection's own try does about it is told by the connection's own records. */
  @Transactional
  @EventListener
  public void on(Corrected corrected) {
    if (corrected.atOnce()) {
      recording.note(
          Happening.of("router.corrected", By.tapgate())
              .router(corrected.router().id().value())
              .with("what", corrected.what())
              .with("where", corrected.where()));
    }
  }

  private static String verb(RouterChanged.What what) {
    return switch (what) {
      case ADDED -> "router.added";
      case CHANGED -> "router.changed";
      case REMOVED -> "router.removed";
      case PREPARED -> "router.prepared";
      case CLEARED -> "router.cleared";
      case HOOK_TOKEN_RENEWED -> "router.hook-token-renewed";
    };
  }
}
