package io.tapgate.watcher;

import io.tapgate.telegram.NotTelegram;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/**
 * Why nobody answered, in our own words. An exception's own text may hold the address, and the
 * address of a call to Telegram holds the bot's token.
 */
final class Reason {
  private Reason() {}

  static String of(IOException failure) {
    return switch (failure) {
      case NotTelegram _ -> String.valueOf(failure.getMessage());
      case UnknownHostException _ -> "the host name is not known here";
      case ConnectException _ -> "nobody accepts the connection";
      case NoRouteToHostException _ -> "there is no route to it";
      case SocketTimeoutException _ -> "no answer in time";
      case InterruptedIOException _ -> "no answer in time";
      case SSLException _ -> "TLS failed: " + failure.getClass().getSimpleName();
      default -> "the connection broke (" + failure.getClass().getSimpleName() + ")";
    };
  }
}
