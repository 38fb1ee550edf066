package io.tapgate.chat.botapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.chat.ChatTrouble;
import io.tapgate.chat.MessageId;
import io.tapgate.chat.Messenger;
import io.tapgate.chat.MessengerKit;
import io.tapgate.playground.telegram.Person;
import io.tapgate.playground.telegram.PretendTelegram;
import io.tapgate.playground.telegram.Reach;
import io.tapgate.playground.telegram.TelegramSettings;
import io.tapgate.playground.telegram.TelegramWeather;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The same promises towards the playground's Telegram: so what is tried out there is true. */
class PretendTelegramTest extends MessengerKit {
  private static final String TOKEN = "123456:AAH-secret_of_the_bot";
  private static final String OTHER_TOKEN = "123456:AAH-of_another_bot";
  private static final MessageId NEVER_SENT = new MessageId(1);

  private final PretendTelegram telegram =
      PretendTelegram.start(
          TelegramSettings.of(TOKEN).people(new Person(ANN.value(), "Ann", "en")));
  private final BotApiMessenger known = messenger(telegram, TOKEN, Duration.ofSeconds(20));
  private final BotApiMessenger hasty = messenger(telegram, TOKEN, Duration.ofMillis(1500));
  private final BotApiMessenger impostor = messenger(telegram, OTHER_TOKEN, Duration.ofSeconds(20));

  private BotApiMessenger messenger = known;
  private MessageId earlier = known.send(ANN, QUESTION);

  @AfterEach
  void close() {
    known.close();
    hasty.close();
    impostor.close();
    telegram.close();
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
    return EnumSet.allOf(Weather.class);
  }

  @Override
  protected void weather(Weather weather) {
    telegram.on();
    telegram.reach(ANN.value(), Reach.OPEN);
    messenger = known;
    switch (weather) {
      case GOOD -> {}
      case BROKEN -> telegram.off();
      case HUNG -> {
        messenger = hasty;
        telegram.silent();
      }
      case SLOW -> telegram.weather(new TelegramWeather.Slow(Duration.ofMillis(300)));
      case DONE_WITHOUT_A_WORD -> {
        messenger = hasty;
        telegram.weather(new TelegramWeather.Mute());
      }
      case ANSWER_CUT -> telegram.weather(new TelegramWeather.Cut());
      case FAILING -> telegram.weather(new TelegramWeather.Failing());
      case FOREIGN_PAGE -> telegram.weather(new TelegramWeather.Failing(502));
      case TOO_FAST -> telegram.weather(new TelegramWeather.Flooded(Duration.ofSeconds(7)));
      case DEACTIVATED -> telegram.reach(ANN.value(), Reach.DEACTIVATED);
      case BLOCKED -> telegram.block(ANN.value());
      case UNKNOWN_CHAT -> telegram.reach(ANN.value(), Reach.NOT_FOUND);
      case TOKEN_REFUSED -> messenger = impostor;
    }
  }

  /** As the port says: it may have arrived, and then it arrives once more. */
  @Test
  void a_message_whose_answer_was_lost_is_there_and_sent_again_is_there_twice() {
    for (Weather lost : List.of(Weather.DONE_WITHOUT_A_WORD, Weather.ANSWER_CUT)) {
      int before = messages();
      weather(lost);
      assertThat(trouble(Wish.SEND)).isInstanceOf(ChatTrouble.Silent.class);
      telegram.await(_ -> messages() > before, Duration.ofSeconds(10));
      assertThat(messages()).isEqualTo(before + 1);
      weather(Weather.GOOD);
      assertThat(known.send(ANN, QUESTION).value()).isPositive();
      assertThat(messages()).isEqualTo(before + 2);
    }
  }

  private int messages() {
    return telegram.view().chat(ANN.value()).messages().size();
  }

  @Override
  protected void alreadySo() {
    known.edit(ANN, earlier, NOTE);
  }

  @Override
  protected void gone() {
    earlier = NEVER_SENT;
  }

  private static BotApiMessenger messenger(PretendTelegram telegram, String token, Duration limit) {
    return new BotApiMessenger(
        io.tapgate.telegram.TelegramSettings.of(telegram.url(), token, ""), limit);
  }
}
