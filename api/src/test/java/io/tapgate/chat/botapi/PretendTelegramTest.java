package io.tapgate.chat.botapi;

import io.tapgate.chat.MessageId;
import io.tapgate.chat.Messenger;
import io.tapgate.chat.MessengerKit;
import io.tapgate.playground.telegram.Person;
import io.tapgate.playground.telegram.PretendTelegram;
import io.tapgate.playground.telegram.TelegramSettings;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;

/** The same promises towards the playground's Telegram: so what is tried out there is true. */
class PretendTelegramTest extends MessengerKit {
  private static final String TOKEN = "123456:AAH-secret_of_the_bot";
  private static final String OTHER_TOKEN = "123456:AAH-of_another_bot";
  private static final MessageId NEVER_SENT = new MessageId(1);

  private final PretendTelegram telegram =
      PretendTelegram.start(
          TelegramSettings.of(TOKEN).people(new Person(ANN.value(), "Ann", "en")));
  private final PretendTelegram deserted = PretendTelegram.start(TelegramSettings.of(TOKEN));
  private final BotApiMessenger known = messenger(telegram, TOKEN);
  private final BotApiMessenger lost = messenger(deserted, TOKEN);
  private final BotApiMessenger impostor = messenger(telegram, OTHER_TOKEN);

  private BotApiMessenger messenger = known;
  private MessageId earlier = known.send(ANN, QUESTION);

  @AfterEach
  void close() {
    known.close();
    lost.close();
    impostor.close();
    telegram.close();
    deserted.close();
  }

  @Override
  protected Messenger messenger() {
    return messenger;
  }

  @Override
  protected MessageId earlier() {
    return earlier;
  }

  @Override
  protected Set<Weather> weathers() {
    return EnumSet.of(
        Weather.GOOD,
        Weather.BROKEN,
        Weather.HUNG,
        Weather.BLOCKED,
        Weather.UNKNOWN_CHAT,
        Weather.TOKEN_REFUSED);
  }

  @Override
  protected void weather(Weather weather) {
    telegram.on();
    telegram.unblock(ANN.value());
    messenger = known;
    switch (weather) {
      case GOOD -> {}
      case BROKEN -> telegram.off();
      case HUNG -> telegram.silent();
      case BLOCKED -> telegram.block(ANN.value());
      case UNKNOWN_CHAT -> messenger = lost;
      case TOKEN_REFUSED -> messenger = impostor;
      case FAILING, FOREIGN_PAGE, TOO_FAST ->
          throw new IllegalArgumentException("the pretend Telegram has no such weather");
    }
  }

  @Override
  protected void alreadySo() {
    known.edit(ANN, earlier, NOTE);
  }

  @Override
  protected void gone() {
    earlier = NEVER_SENT;
  }

  private static BotApiMessenger messenger(PretendTelegram telegram, String token) {
    return new BotApiMessenger(
        io.tapgate.telegram.TelegramSettings.of(telegram.url(), token, ""), Duration.ofSeconds(2));
  }
}
