package io.tapgate.router;

import io.tapgate.audit.Happening;
import io.tapgate.audit.Recording;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What admins do to routers is on record, by the transaction that does it. */
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

  private static String verb(RouterChanged.What what) {
    return switch (what) {
      case ADDED -> "router.added";
      case CHANGED -> "router.changed";
      case REMOVED -> "router.removed";
      case HOOK_TOKEN_RENEWED -> "router.hook-token-renewed";
    };
  }
}
