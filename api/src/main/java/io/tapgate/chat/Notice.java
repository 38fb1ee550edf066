package io.tapgate.chat;

import io.tapgate.client.ChatId;
import io.tapgate.connection.ConnectionId;
import java.time.Instant;
import java.util.Optional;

/**
 * A message of its own, told once.
 *
 * @param connection what it is about, if it is about one
 * @param message for a stray message: which one
 * @param detail whatever else its words need
 * @param tellAt when it was due at this reading
 */
public record Notice(
    long id,
    ChatId chat,
    Kind kind,
    Optional<ConnectionId> connection,
    Optional<MessageId> message,
    Optional<String> detail,
    Instant tellAt) {

  /** What it says, and to whom. */
  public enum Kind {
    /** To the client: the router does not answer; what was asked for comes as soon as it does. */
    ROUTER_SILENT,
    /** To the client: nobody answered, the session was dropped. */
    DROPPED,
    /** To the client: too many unconfirmed connections. */
    BANNED,
    /** To the admins: a client pressed "Not me". */
    REJECTED,
    /** To the admins: a client was banned over the limit. */
    BANNED_CLIENT,
    /** To the admins: a session whose chat nobody knows. */
    NO_CHAT,
    /** To the client's chat: a router named another chat. */
    FOREIGN_CHAT,
    /** To the admins: a router named another chat for a client. */
    FOREIGN_CHAT_CLIENT,
    /** To the admins: a client keeps the bot out, and cannot be asked. */
    CHAT_BLOCKED,
    /** To the admins: Telegram knows no such chat, so a client cannot be asked. */
    CHAT_UNKNOWN,
    /** To the admins: Telegram does not take a question, for its own sake. */
    QUESTION_REFUSED,
    /** To a person who wrote to us: the number of the chat, and what it is for. */
    WELCOME,
    /** To a group that wrote to us: its number, and that nobody is asked in a group. */
    WELCOME_GROUP,
    /** To a chat that wrote something else. */
    HELP,
    /** A second message of a question that was answered: its buttons go. */
    STRAY,
    /** To the client: an admin let them in without their tap. */
    CONFIRMED_FOR_YOU,
    /** To the admins: one of them let somebody in without their tap. */
    CONFIRMED_BY_ADMIN,
    /** To the client: an admin refused a connection. */
    REFUSED,
    /** To the client: an admin ended a session. */
    DISCONNECTED,
    /** To the client: an admin keeps the account out. */
    BARRED,
    /** To the client: nothing keeps the account out any more. */
    UNBARRED,
    /** To the new chat: it is asked from now on. */
    CHAT_TAKEN,
    /** To the old chat: another one is asked from now on. */
    CHAT_LEFT,
    /** To the admins: a router has not answered for a while. */
    ROUTER_LOST,
    /** To the admins: it answers again. */
    ROUTER_BACK,
    /** To the admins: sessions come up at a router, and its reports do not arrive. */
    REPORTS_LOST,
    /** To the admins: they arrive again. */
    REPORTS_BACK;

    public Urgency urgency() {
      return switch (this) {
        case ROUTER_SILENT, WELCOME, WELCOME_GROUP, HELP, STRAY -> Urgency.ANSWER;
        case DROPPED,
            BANNED,
            REJECTED,
            BANNED_CLIENT,
            NO_CHAT,
            FOREIGN_CHAT,
            FOREIGN_CHAT_CLIENT,
            CHAT_BLOCKED,
            CHAT_UNKNOWN,
            QUESTION_REFUSED,
            CONFIRMED_FOR_YOU,
            CONFIRMED_BY_ADMIN,
            REFUSED,
            DISCONNECTED,
            BARRED,
            UNBARRED,
            CHAT_TAKEN,
            CHAT_LEFT,
            ROUTER_LOST,
            ROUTER_BACK,
            REPORTS_LOST,
            REPORTS_BACK ->
            Urgency.CALL;
      };
    }

    /** Tells that something was refused; that this is refused as well is told to nobody. */
    boolean isOfARefusal() {
      return this == CHAT_BLOCKED || this == CHAT_UNKNOWN || this == QUESTION_REFUSED;
    }
  }
}
