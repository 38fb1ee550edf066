package io.tapgate.chat;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Whether messages get through, as the last try showed. */
@Component
public class Reachability {
  private final ApplicationEventPublisher announce;
  private final AtomicReference<Optional<ChatTrouble>> last =
      new AtomicReference<>(Optional.empty());

  Reachability(ApplicationEventPublisher announce) {
    this.announce = announce;
  }

  void answered() {
    last.set(Optional.empty());
  }

  /** A message that is refused for itself says nothing of the others. */
  void failed(ChatTrouble trouble) {
    announce.publishEvent(new TellingFailed(trouble));
    switch (trouble) {
      case ChatTrouble.Refused _ -> answered();
      case ChatTrouble.SlowDown _, ChatTrouble.Silent _, ChatTrouble.TokenRefused _ ->
          last.set(Optional.of(trouble));
    }
  }

  /** Empty while all is well. */
  public Optional<ChatTrouble> trouble() {
    return last.get();
  }
}
