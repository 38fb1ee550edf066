package io.tapgate.chat;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Whether messages get through, as the last try showed. */
@Component
public class Reachability {
  private final ApplicationEventPublisher announce;
  private final AtomicReference<Optional<ChatTrouble>> last =
      new AtomicReference<>(Optional.empty());
  private volatile BooleanSupplier driving = () -> true;

  Reachability(ApplicationEventPublisher announce) {
    this.announce = announce;
  }

  /** What was seen counts only while this node speaks to Telegram. */
  void counts(BooleanSupplier whileDriving) {
    driving = whileDriving;
  }

  /** Whether it is this node that speaks to Telegram. */
  public boolean isOurs() {
    return driving.getAsBoolean();
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

  /** Empty while all is well, as far as this node can tell. */
  public Optional<ChatTrouble> trouble() {
    return isOurs() ? last.get() : Optional.empty();
  }
}
