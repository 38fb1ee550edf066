package io.tapgate.router.routeros;

import io.tapgate.router.Router;
import io.tapgate.router.RouterTrouble;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/**
 * Puts TLS on a line, within bounded time however slowly the other side answers, and says in plain
 * words why it could not.
 */
final class SecureLine {
  private final String where;
  private final Router router;
  private final Duration limit;

  SecureLine(String where, Router router, Duration limit) {
    this.where = where;
    this.router = router;
    this.limit = limit;
  }

  Socket over(Socket bare, Judge judge) {
    long began = System.nanoTime();
    try {
      return shakenHands(bare, judge);
    } catch (IOException broken) {
      boolean late = System.nanoTime() - began >= limit.toNanos();
      throw late || broken instanceof SocketTimeoutException ? hung(broken) : trouble(broken);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("this Java has no TLS", impossible);
    }
  }

  private SSLSocket shakenHands(Socket bare, Judge judge)
      throws IOException, GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {judge}, null);
    SSLSocket tls =
        (SSLSocket)
            context.getSocketFactory().createSocket(bare, router.host(), router.port(), true);
    SSLParameters parameters = tls.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    tls.setSSLParameters(parameters);
    CountDownLatch over = new CountDownLatch(1);
    Thread.ofVirtual().start(() -> hangUpUnless(over, bare));
    try {
      bare.setSoTimeout(Math.toIntExact(limit.toMillis()));
      tls.startHandshake();
      bare.setSoTimeout(0);
    } finally {
      over.countDown();
    }
    return tls;
  }

  /** The socket's own time limit starts anew with each byte; this one does not. */
  private void hangUpUnless(CountDownLatch over, Socket bare) {
    try {
      if (!over.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        Line.hangUp(bare, new SocketTimeoutException());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** Java wraps what ended a handshake; what was first tells the most. */
  private RouterTrouble trouble(IOException broken) {
    for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
      if (cause instanceof UntrustedException untrusted) {
        return new RouterTrouble.Refused(
            "the router " + where + " is not trusted: " + untrusted.getMessage(), broken);
      }
      if (cause instanceof EOFException || cause instanceof SocketException) {
        return cut(broken);
      }
    }
    return noTls(broken);
  }

  private RouterTrouble cut(IOException broken) {
    return new RouterTrouble.Silent(
        "the router "
            + where
            + " hung up before TLS was agreed on; may this machine use its api-ssl service"
            + " (/ip/service, address=), and is this the port of it (usually 8729)?",
        broken);
  }

  private RouterTrouble noTls(IOException broken) {
    if (String.valueOf(broken.getMessage()).contains("handshake_failure")) {
      return new RouterTrouble.Refused(
          "the router "
              + where
              + " found no cipher in common with us: its api-ssl service needs a certificate"
              + " (/ip/service set api-ssl certificate=…); without one it offers only anonymous"
              + " TLS, which protects nobody",
          broken);
    }
    return new RouterTrouble.Refused(
        "the router "
            + where
            + " does not speak TLS at this port: api-ssl is usually 8729, the plain api 8728",
        broken);
  }

  private RouterTrouble hung(IOException late) {
    return new RouterTrouble.Silent(
        "the router "
            + where
            + " began no TLS in time; is this the port of api-ssl (usually 8729)?",
        late);
  }
}
