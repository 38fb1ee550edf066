package io.tapgate.chat;

import io.tapgate.client.BansLifted;
import io.tapgate.client.Barred;
import io.tapgate.client.ChatChanged;
import io.tapgate.client.ChatId;
import io.tapgate.client.Client;
import io.tapgate.connection.Cause;
import io.tapgate.connection.ConfirmedOnBehalf;
import io.tapgate.connection.Connection;
import io.tapgate.connection.ConnectionId;
import io.tapgate.connection.ConnectionsChanged;
import io.tapgate.connection.ForeignChatNamed;
import io.tapgate.connection.HistoryForgotten;
import io.tapgate.connection.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Writes down, in the transaction that changed a connection, what people must be told because of
 * it. The telling itself comes after the commit.
 */
@Component
class Announcing {
  private final Questions questions;
  private final Notices notices;
  private final ChatSettings settings;

  Announcing(Questions questions, Notices notices, ChatSettings settings) {
    this.questions = questions;
    this.notices = notices;
    this.settings = settings;
  }

  @EventListener
  void on(ConnectionsChanged changed) {
    switch (changed.what()) {
      case MOVED -> moved(changed.connections());
      case ENFORCED, OVERDUE -> {
        due(changed.connections());
        changed.connections().forEach(this::callFor);
      }
      case REPEATED ->
          changed.connections().stream().filter(Announcing::isAsked).forEach(this::askIfUnasked);
    }
  }

  /**
   * A session that was found on the router before its report arrived may be of somebody whose chat
   * only the report names. Who was asked already is not asked again.
   */
  private void askIfUnasked(Connection connection) {
    boolean _ = questions.ask(connection.id(), connection.client(), Token.fresh());
  }

  @EventListener
  void on(ForeignChatNamed event) {
    String what = event.client().title() + " → " + event.named();
    settings.admins().forEach(admin -> tell(admin, Notice.Kind.FOREIGN_CHAT_CLIENT, what));
    event
        .client()
        .chat()
        .filter(chat -> !settings.admins().contains(chat))
        .ifPresent(chat -> tell(chat, Notice.Kind.FOREIGN_CHAT, what));
  }

  /** Whoever is let in without a tap hears of it, and so does every admin. */
  @EventListener
  void on(ConfirmedOnBehalf event) {
    Connection about = event.connection();
    Optional<String> reason = event.by().reason();
    notices.tellClient(about.client(), Notice.Kind.CONFIRMED_FOR_YOU, about.id(), reason);
    settings
        .admins()
        .forEach(admin ->
            notices.tell(
                admin,
                Notice.Kind.CONFIRMED_BY_ADMIN,
                about.id().toString(),
                Optional.of(about.id()),
                reason));
  }

  @EventListener
  void on(Barred event) {
    String until = event.ban().until().map(Instant::toString).orElse("");
    String why = event.by().reason().orElse("–");
    tellChat(
        event.client(), Notice.Kind.BARRED, "ban " + event.ban().id().value(), why + "\n" + until);
  }

  @EventListener
  void on(BansLifted event) {
    if (event.free()) {
      String last = "ban " + event.bans().getLast().value();
      tellChat(event.client(), Notice.Kind.UNBARRED, last, event.client().title());
    }
  }

  @EventListener
  void on(ChatChanged event) {
    String what = event.client().title();
    String once = what + " → " + event.client().chat().map(ChatId::toString).orElse("–");
    tellChat(event.client(), Notice.Kind.CHAT_TAKEN, once, what);
    event
        .before()
        .ifPresent(before ->
            notices.tell(before, Notice.Kind.CHAT_LEFT, once, Optional.empty(), Optional.of(what)));
  }

  private void tellChat(Client client, Notice.Kind kind, String once, String detail) {
    client
        .chat()
        .ifPresent(chat -> notices.tell(chat, kind, once, Optional.empty(), Optional.of(detail)));
  }

  @EventListener
  void on(HistoryForgotten forgotten) {
    notices.forget(forgotten.age());
  }

  private void tell(ChatId chat, Notice.Kind kind, String what) {
    notices.tell(chat, kind, what, Optional.empty(), Optional.of(what));
  }

  private void moved(List<Connection> connections) {
    connections.stream().filter(Announcing::isAsked).forEach(this::ask);
    due(connections);
    connections.forEach(this::callFor);
    connections.forEach(this::callAdmins);
  }

  /** What is asked now is due already; what went on from there is due again. */
  private void due(List<Connection> connections) {
    List<ConnectionId> others =
        connections.stream().filter(one -> !isAsked(one)).map(Connection::id).toList();
    if (!others.isEmpty()) {
      questions.due(others);
    }
  }

  private static boolean isAsked(Connection connection) {
    return connection.state() == State.ASKED;
  }

  private void ask(Connection connection) {
    if (!questions.ask(connection.id(), connection.client(), Token.fresh())) {
      tellAdmins(Notice.Kind.NO_CHAT, connection, "client " + connection.client().value());
    }
  }

  private void callFor(Connection connection) {
    call(connection)
        .ifPresent(kind ->
            notices.tellClient(connection.client(), kind, connection.id(), Optional.empty()));
  }

  /** What calls for the client's attention now, if anything does. */
  static Optional<Notice.Kind> call(Connection connection) {
    return connection.state() == State.BANNED
        ? banned(connection)
        : Face.of(connection).flatMap(Announcing::call);
  }

  /** A connection during a ban is told to nobody: the ban itself was. */
  private static Optional<Notice.Kind> banned(Connection connection) {
    if (connection.cause() != Cause.OVER_LIMIT) {
      return Optional.empty();
    }
    if (connection.isEnforced()) {
      return Optional.of(Notice.Kind.BANNED);
    }
    return connection.isOverdue() ? Optional.of(Notice.Kind.ROUTER_SILENT) : Optional.empty();
  }

  private static Optional<Notice.Kind> call(Face face) {
    return switch (face) {
      case ALLOWED_LATER, BLOCKED_LATER, DROPPED_LATER, REFUSED_LATER, DISCONNECTED_LATER ->
          Optional.of(Notice.Kind.ROUTER_SILENT);
      case DROPPED -> Optional.of(Notice.Kind.DROPPED);
      case REFUSED -> Optional.of(Notice.Kind.REFUSED);
      case DISCONNECTED -> Optional.of(Notice.Kind.DISCONNECTED);
      case ASKING, ALLOWED, BLOCKED, ENDED, GONE, ENDED_UNANSWERED -> Optional.empty();
    };
  }

  private void callAdmins(Connection connection) {
    if (connection.state() == State.REJECTED && connection.cause() == Cause.TAP) {
      tellAdmins(Notice.Kind.REJECTED, connection, connection.id().toString());
    } else if (connection.cause() == Cause.OVER_LIMIT) {
      tellAdmins(Notice.Kind.BANNED_CLIENT, connection, connection.id().toString());
    }
  }

  private void tellAdmins(Notice.Kind kind, Connection about, String once) {
    settings
        .admins()
        .forEach(
            admin -> notices.tell(admin, kind, once, Optional.of(about.id()), Optional.empty()));
  }
}
