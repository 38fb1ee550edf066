package io.tapgate.chat;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Whether Telegram is reached, as the last call showed. */
@Component
public class Reachability {
  private static final Logger log = LoggerFactory.getLogger(Reachability.class);

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

  /** It stands between us and everybody. */
  void failed(ChatTrouble trouble) {
    announce.publishEvent(new TellingFailed(trouble));
    Optional<ChatTrouble> before = last.getAndSet(Optional.of(trouble));
    if (trouble instanceof ChatTrouble.TokenRefused refused && !isOfToken(before)) {
      log.error(
          "Telegram refuses the bot's token: nobody can be asked. Put the right one into"
              + " TELEGRAM_TOKEN and start again ({})",
          refused.getMessage());
    }
  }

  private static boolean isOfToken(Optional<ChatTrouble> trouble) {
    return trouble.filter(ChatTrouble.TokenRefused.class::isInstance).isPresent();
  }

  /** One message or one chat met it, which says nothing of the others; and Telegram did answer. */
  void failedAlone(ChatTrouble trouble) {
    announce.publishEvent(new TellingFailed(trouble));
    answered();
  }

  /** Empty while all is well, as far as this node can tell. */
  public Optional<ChatTrouble> trouble() {
    return isOurs() ? last.get() : Optional.empty();
  }
}
