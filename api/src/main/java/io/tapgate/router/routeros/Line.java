package io.tapgate.router.routeros;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;

/**
 * The line to a router.
 *
 * <p>Whoever hangs up has given up what was said on it: it must not arrive after that. So it is
 * dialled to end with a reset (see {@link #forgetful}).
 *
 * @param where what people call the router and where it is, for messages
 * @param bare the socket itself: closing it ends everything at once
 * @param speaking what we speak over: the same socket, or TLS on it
 */
record Line(String where, Socket bare, Socket speaking) {

  /**
   * From now on closing it forgets what the other side has not acknowledged, and says so. Otherwise
   * the kernel would go on sending for minutes, and a permit might arrive that was long taken back.
   * The same holds when this process is killed.
   */
  static void forgetful(Socket socket) throws SocketException {
    socket.setSoLinger(true, 0);
  }

  /** Also of TLS the bare socket alone: a goodbye would wait for the other side to take it. */
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
