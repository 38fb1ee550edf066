package io.tapgate.chat;

import io.tapgate.client.ChatId;

/**
 * The post office: carries letters to chats and changes letters that are already there.
 *
 * <p>Every method is bounded in time and throws {@link ChatTrouble} when it did not succeed; each
 * kind of trouble says what is known then and whether another try makes sense. Nothing here
 * retries.
 */
public interface Messenger {

  /** A new message. When the answer is lost ({@link ChatTrouble.Silent}) it may have arrived. */
  MessageId send(ChatId chat, Letter letter);

  /**
   * The message shows this text and these buttons. Harmless to repeat: a message that already shows
   * them counts as done.
   */
  void edit(ChatId chat, MessageId message, Letter letter);

  /** The message has no buttons any more; its text stays. Harmless to repeat. */
  void takeButtons(ChatId chat, MessageId message);

  /**
   * Who we are to the people we write to. An answer proves that the post office is reached and
   * knows us now; nobody is written to.
   */
  Sender whoAmI();

  /**
   * The account that all letters come from.
   *
   * @param name the public name, by which people find the account
   */
  record Sender(long id, String name) {}
}
