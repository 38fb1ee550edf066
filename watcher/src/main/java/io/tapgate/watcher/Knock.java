package io.tapgate.watcher;

import java.util.Map;
import java.util.Optional;

/**
 * One thing a person did, in our words.
 *
 * @param door which door of the api it belongs to
 * @param words what the door is told
 * @param chat what is kept in order: knocks of one chat follow each other
 * @param press the pressed button that waits for a toast; empty for a message
 */
record Knock(String door, Map<String, Object> words, String chat, Optional<Press> press) {

  static final String CONFIRM = "client/confirm";
  static final String REJECT = "client/reject";
  static final String UPDATE = "watcher/update";

  /**
   * A button that shows a spinner until it is answered.
   *
   * @param id what Telegram calls this press
   * @param language as Telegram tells it for this person; may be empty
   */
  record Press(String id, String language) {}
}
