package io.tapgate.cli.api;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLException;

/** Words for a no, and for silence. The api's own words come first, where it has any. */
final class Refusal {
  private Refusal() {}

  static Failure of(Answer answer, Access access) {
    Json problem = answer.json();
    String title = problem.text("title");
    if (title.isEmpty()) {
      return Failure.outside(
          access.url()
              + " answers with status "
              + answer.status()
              + " and not as Tapgate does. Is that its address? See TAPGATE_URL.");
    }
    String sentence = sentence(title) + next(answer, problem.text("detail"), access);
    return isAboutWhatWasTyped(answer.status())
        ? Failure.typed(sentence)
        : Failure.outside(sentence);
  }

  private static boolean isAboutWhatWasTyped(int status) {
    return status == 400 || status == 422;
  }

  private static String next(Answer answer, String detail, Access access) {
    String more = detail.isEmpty() ? "" : " " + sentence(detail);
    return switch (answer.status()) {
      case 401, 403 -> more + " The key comes from " + access.from() + ".";
      case 412, 428 -> more + " Look at it again, then type the command once more.";
      case 429, 503 ->
          answer.retryAfter().isEmpty()
              ? more
              : more + " Try again in " + answer.retryAfter() + " s.";
      default -> more;
    };
  }

  private static String sentence(String text) {
    return text.endsWith(".") || text.endsWith("?") ? text : text + ".";
  }

  static Failure noAnswer(IOException trouble, Access access) {
    return Failure.outside(
        switch (trouble) {
          case ConnectException connect when isUnknownHost(connect) ->
              "there is no host by the name in " + access.url() + ". See TAPGATE_URL.";
          case ConnectException _ -> dead(access);
          case HttpConnectTimeoutException _ -> dead(access);
          case HttpTimeoutException _ ->
              access.url() + " took the question and did not answer it. See the log of the api.";
          case SSLException _ ->
              access.url()
                  + " cannot be trusted: "
                  + trouble.getMessage()
                  + ". Its authority must be known to this machine's Java.";
          default ->
              "the line to " + access.url() + " broke. Look whether it was done, then try again.";
        });
  }

  /** Java hides it one or two causes deep. */
  private static boolean isUnknownHost(Throwable trouble) {
    Throwable cause = trouble.getCause();
    return trouble instanceof UnresolvedAddressException || (cause != null && isUnknownHost(cause));
  }

  private static String dead(Access access) {
    return "Tapgate does not answer at " + access.url() + ": is it up? " + wayOut(access);
  }

  /** One that is elsewhere is not started here. */
  private static String wayOut(Access access) {
    return access.isThisMachine()
        ? "./tapgate up, or set TAPGATE_URL"
        : "Look there, or set TAPGATE_URL";
  }
}
