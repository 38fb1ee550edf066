package io.tapgate.router.routeros;

import io.tapgate.router.Lookup;
import io.tapgate.router.OffLimits;
import io.tapgate.router.Router;
import io.tapgate.router.RouterDoor;
import io.tapgate.router.RouterTrouble;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import jdk.net.ExtendedSocketOptions;
import org.jspecify.annotations.Nullable;

/**
 * Reaches a router: finds its address, connects, and puts TLS on the line where it is asked for.
 */
final class Dialling {
  private final Router router;
  private final Limits limits;
  private final OffLimits offLimits;
  private final Optional<Judge> judge;
  private final String where;

  Dialling(Router router, Limits limits) {
    this(router, limits, OffLimits.ofAnyMachine());
  }

  /** Calls nobody yet. Throws {@link IllegalArgumentException} when this router can never be. */
  Dialling(Router router, Limits limits, OffLimits offLimits) {
    this.router = router;
    this.limits = limits;
    this.offLimits = offLimits;
    this.judge = Judge.of(router.trust(), router.host());
    this.where = router.name() + " (" + router.host() + ":" + router.port() + ")";
  }

  Line dial() {
    Socket bare = connected();
    try {
      return new Line(where, bare, spokenOver(bare));
    } catch (RuntimeException refused) {
      Line.hangUp(bare, refused);
      throw refused;
    }
  }

  private Socket spokenOver(Socket bare) {
    return judge
        .<Socket>map(one -> new SecureLine(where, router, limits.handshake()).over(bare, one))
        .orElse(bare);
  }

  /** The first of the host's addresses that takes the call. */
  private Socket connected() {
    long deadline = System.nanoTime() + limits.connect().toNanos();
    IOException last = null;
    for (InetAddress address : allowed(addresses())) {
      try {
        return connected(address, Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
      } catch (IOException refused) {
        last = refused;
      }
    }
    throw silent("cannot be reached; is its api service on, and open to this machine?", last);
  }

  private Socket connected(InetAddress address, long millis) throws IOException {
    Socket socket = new Socket();
    try {
      socket.setTcpNoDelay(true);
      Line.forgetful(socket);
      keepAlive(socket);
      socket.connect(new InetSocketAddress(address, router.port()), Math.toIntExact(millis));
      return socket;
    } catch (IOException refused) {
      Line.hangUp(socket, refused);
      throw refused;
    }
  }

  /**
   * A router that lost its power says no goodbye, and by itself the kernel would look after two
   * hours. Not every system lets us choose; the {@link RouterDoor#knock() knocks} do without.
   */
  private static void keepAlive(Socket socket) throws IOException {
    socket.setKeepAlive(true);
    set(socket, ExtendedSocketOptions.TCP_KEEPIDLE, 10);
    set(socket, ExtendedSocketOptions.TCP_KEEPINTERVAL, 5);
    set(socket, ExtendedSocketOptions.TCP_KEEPCOUNT, 3);
  }

  private static void set(Socket socket, SocketOption<Integer> option, int value)
      throws IOException {
    if (socket.supportedOptions().contains(option)) {
      socket.setOption(option, value);
    }
  }

  /** A name server may be silent far longer than we care to wait, and cannot be hurried. */
  private List<InetAddress> addresses() {
    try {
      return Lookup.of(router.host(), limits.connect());
    } catch (ExecutionException unknown) {
      throw silent("has a host name that nobody knows", unknown.getCause());
    } catch (TimeoutException late) {
      throw silent("has a host name that was not found in time", late);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw silent("was not waited for any longer", stopped);
    }
  }

  /** What a name stands for may change at any time: the addresses judged are those dialled. */
  private List<InetAddress> allowed(List<InetAddress> addresses) {
    Optional<String> why =
        router.anywhere() ? Optional.empty() : offLimits.why(addresses, router.port());
    if (why.isPresent()) {
      throw new RouterTrouble.Refused(
          "the router "
              + where
              + " is not called: "
              + why.get()
              + ", and Tapgate keeps away from it; write another host, or `anywhere: true` if this"
              + " is meant");
    }
    return addresses;
  }

  private RouterTrouble.Silent silent(String what, @Nullable Throwable cause) {
    return new RouterTrouble.Silent("the router " + where + " " + what, cause);
  }
}
