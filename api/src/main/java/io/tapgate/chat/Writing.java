package io.tapgate.chat;

import io.tapgate.client.Ban;
import io.tapgate.client.Bans;
import io.tapgate.client.Client;
import io.tapgate.client.Clients;
import io.tapgate.connection.Allowances;
import io.tapgate.connection.Connection;
import io.tapgate.connection.Connections;
import io.tapgate.connection.Dial;
import io.tapgate.connection.RouterNames;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Writes letters: what a question shows, what a notice says. */
@Component
class Writing {
  private final Connections connections;
  private final Clients clients;
  private final Bans bans;
  private final RouterNames routers;
  private final Languages languages;
  private final Allowances allowances;

  Writing(
      Connections connections,
      Clients clients,
      Bans bans,
      RouterNames routers,
      Languages languages,
      Allowances allowances) {
    this.connections = connections;
    this.clients = clients;
    this.bans = bans;
    this.routers = routers;
    this.languages = languages;
    this.allowances = allowances;
  }

  Letter question(Question question, Connection connection, Face face) {
    Messages words = languages.of(question.chat());
    String key = "question." + face.name().toLowerCase(Locale.ROOT);
    String text = words.text(key, head(connection, words), particular(connection, face, words));
    return new Letter(text, face == Face.ASKING ? buttons(question, words) : List.of());
  }

  /** Empty if what it was about is no more. */
  Optional<Letter> notice(Notice notice) {
    Messages words = languages.of(notice.chat());
    String key = "notice." + notice.kind().name().toLowerCase(Locale.ROOT);
    return switch (notice.kind()) {
      case WELCOME, WELCOME_GROUP, HELP -> letter(words.text(key, notice.chat().toString()));
      case FOREIGN_CHAT,
          FOREIGN_CHAT_CLIENT,
          CHAT_BLOCKED,
          CHAT_UNKNOWN,
          UNBARRED,
          CHAT_TAKEN,
          CHAT_LEFT ->
          letter(words.text(key, notice.detail().orElse("")));
      case BARRED -> letter(barred(key, notice.detail().orElse("–"), words));
      case ROUTER_LOST, ROUTER_BACK, REPORTS_LOST, REPORTS_BACK ->
          letter(ofRouter(key, notice.detail().orElse("–"), words));
      case STRAY -> Optional.empty();
      // Its turn may come when the router has answered meanwhile.
      case ROUTER_SILENT ->
          about(notice)
              .filter(Connection::isOverdue)
              .flatMap(about -> letter(words.text(key, head(about, words))));
      case DROPPED, BANNED, REJECTED, BANNED_CLIENT, NO_CHAT, REFUSED, DISCONNECTED ->
          about(notice)
              .flatMap(about -> letter(words.text(key, head(about, words), until(about, words))));
      case QUESTION_REFUSED, CONFIRMED_FOR_YOU, CONFIRMED_BY_ADMIN ->
          about(notice)
              .flatMap(
                  about -> letter(words.text(key, head(about, words), notice.detail().orElse(""))));
    };
  }

  /** The reason, and on the last line the end of the ban, or nothing. */
  private static String barred(String key, String detail, Messages words) {
    int cut = detail.lastIndexOf('\n');
    String reason = cut < 0 ? detail : detail.substring(0, cut);
    Optional<Instant> end =
        Optional.of(detail.substring(cut + 1))
            .filter(at -> cut >= 0 && !at.isEmpty())
            .map(Instant::parse);
    return words.text(key, reason, words.until(end));
  }

  /** Its name, and on the last line since when. */
  private static String ofRouter(String key, String detail, Messages words) {
    int cut = detail.lastIndexOf('\n');
    return cut < 0
        ? words.text(key, detail, "–")
        : words.text(
            key, detail.substring(0, cut), words.spoken(Instant.parse(detail.substring(cut + 1))));
  }

  private Optional<Connection> about(Notice notice) {
    return notice.connection().flatMap(connections::find);
  }

  private static Optional<Letter> letter(String text) {
    return Optional.of(new Letter(text, List.of()));
  }

  private String head(Connection connection, Messages words) {
    return words.text(
        "head",
        clients.find(connection.client()).map(Client::title).orElse("?"),
        router(connection.dial()),
        connection.dial().caller().toString(),
        words.spoken(connection.moments().asked()));
  }

  /** Its name, and its address where it reported one. */
  private String router(Dial dial) {
    String name = routers.name(dial.router());
    return dial.destination().map(address -> name + " (" + address + ")").orElse(name);
  }

  private String particular(Connection connection, Face face, Messages words) {
    return switch (face) {
      case ASKING -> words.spoken(left(connection));
      case ALLOWED -> words.spoken(letIn(connection));
      case BLOCKED, REFUSED -> until(connection, words);
      case ENDED, GONE, ENDED_UNANSWERED -> words.spoken(connection.length());
      case ALLOWED_LATER,
          BLOCKED_LATER,
          REFUSED_LATER,
          DROPPED,
          DROPPED_LATER,
          DISCONNECTED,
          DISCONNECTED_LATER ->
          "";
    };
  }

  /** A question that waited long for Telegram leaves less than the whole time to answer. */
  private Duration left(Connection connection) {
    Connection.Moments moments = connection.moments();
    Duration whole = allowances.at(connection.dial().router()).timeToAnswer();
    Duration rest = Duration.between(moments.read(), moments.deadline());
    if (rest.isNegative()) {
      return Duration.ZERO;
    }
    return rest.compareTo(whole) < 0 ? rest : whole;
  }

  private String until(Connection connection, Messages words) {
    List<Ban> inForce = bans.inForce(connection.client());
    return inForce.isEmpty() ? words.text("until.over") : words.until(inForce.getFirst().until());
  }

  private static Instant letIn(Connection connection) {
    Instant letIn = connection.moments().letIn();
    return letIn == null ? connection.moments().changed() : letIn;
  }

  private static List<Letter.Button> buttons(Question question, Messages words) {
    String token = question.token().value();
    return List.of(
        new Letter.Button(words.text("button.yes"), "c:" + token, Letter.Tone.YES),
        new Letter.Button(words.text("button.no"), "r:" + token, Letter.Tone.NO));
  }
}
