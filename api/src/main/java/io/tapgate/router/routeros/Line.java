package io.tapgate.router.routeros;

import java.io.IOException;
import java.net.Socket;

/**
 * The line to a router.
 *
 * @param where what people call the router and where it is, for messages
 * @param bare the socket itself: closing it ends everything at once
 * @param speaking what we speak over: the same socket, or TLS on it
 */
record Line(String where, Socket bare, Socket speaking) {

  void hangUp(Exception why) {
    hangUp(bare, why);
  }

  /** A socket that does not even close is told with the reason why it had to. */
  static void hangUp(Socket socket, Exception why) {
    try {
      socket.close();
    } catch (IOException broken) {
      why.addSuppressed(broken);
    }
  }
}
