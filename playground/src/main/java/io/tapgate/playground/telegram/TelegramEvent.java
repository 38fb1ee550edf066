package io.tapgate.playground.telegram;

/** Something has happened. */
public sealed interface TelegramEvent {

  /** Somebody, a person or the bot, wrote. */
  record MessageSent(Message message) implements TelegramEvent {}

  /** The bot changed a message; the earlier looks are in it. */
  record MessageEdited(Message message) implements TelegramEvent {}

  /** The bot took a message back. */
  record MessageDeleted(Message message) implements TelegramEvent {}

  /** A button was pressed. */
  record ButtonPressed(Press press) implements TelegramEvent {}

  /** The bot answered a press; the button no longer waits. */
  record PressAnswered(Press press) implements TelegramEvent {}

  /** A phone shows a notice. */
  record ToastShown(Toast toast) implements TelegramEvent {}

  /** The bot gets through to a chat otherwise than before: a person blocked it, for example. */
  record ReachChanged(long chat, Reach reach) implements TelegramEvent {}

  /** The bot called; for what came of it see the other events. */
  record BotCalled(Call call) implements TelegramEvent {}

  /** The bot's next update is there to be read. */
  record UpdateQueued(long updateId) implements TelegramEvent {}

  /** The bot began or ended to wait for updates, or confirmed some. */
  record ReadingChanged() implements TelegramEvent {}

  /** Telegram can be reached otherwise than before. */
  record WeatherChanged(TelegramWeather weather) implements TelegramEvent {}
}
