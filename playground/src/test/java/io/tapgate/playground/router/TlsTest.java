package io.tapgate.playground.router;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same API, behind TLS. */
class TlsTest {
  private static final char[] SECRET = "not a secret".toCharArray();

  @TempDir static Path folder;
  private static SSLContext tls;

  @BeforeAll
  static void certificate() throws IOException, GeneralSecurityException, InterruptedException {
    Path store = folder.resolve("router.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "router",
                "-keyalg",
                "EC",
                "-dname",
                "CN=router",
                "-ext",
                "san=ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                new String(SECRET))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.txt").toFile())
            .start();
    assertThat(keytool.waitFor(1, TimeUnit.MINUTES)).isTrue();
    tls = context(store);
  }

  @Test
  void the_conversation_is_the_same() throws IOException {
    try (PretendRouter router = PretendRouter.start(RouterSettings.usual().withTls(tls));
        ApiCaller caller = new ApiCaller(trusting(router)).login(router.settings())) {
      assertThat(caller.rows("/system/identity/print")).containsExactly(Map.of("name", "pretend"));
      assertThat(router.view().log().getLast().text()).endsWith("from 127.0.0.1 via api-ssl");
    }
  }

  @Test
  void a_certificate_that_came_with_the_router_makes_tls_the_main_way_in() throws IOException {
    try (PretendRouter router = PretendRouter.start(RouterSettings.usual().withTls(tls));
        ApiCaller caller = new ApiCaller(trusting(router)).login(router.settings())) {
      assertThat(router.tlsPort()).isEqualTo(router.port());
      assertThat(caller.rows("/ip/service/print", "?name=api-ssl").getFirst())
          .containsEntry("port", String.valueOf(router.port()));
      assertThat(caller.rows("/ip/service/print", "?name=api").getFirst().get("port"))
          .isNotEqualTo(String.valueOf(router.port()));
    }
  }

  @Test
  void quit_gets_no_answer() throws IOException {
    try (PretendRouter router = PretendRouter.start(RouterSettings.usual().withTls(tls));
        ApiCaller caller = new ApiCaller(trusting(router)).login(router.settings())) {
      caller.say("/quit");

      assertThat(caller.hear()).isEmpty();
    }
  }

  @Test
  void who_speaks_plain_text_gets_nowhere() throws IOException {
    try (PretendRouter router = PretendRouter.start(RouterSettings.usual().withTls(tls));
        ApiCaller caller = ApiCaller.stranger(router);
        ApiCaller polite = new ApiCaller(trusting(router))) {
      caller.say("/login", "=name=tapgate", "=password=tapgate");

      assertThatThrownBy(() -> caller.login(router.settings())).isNotNull();
      polite.login(router.settings());
    }
  }

  @Test
  void a_silent_router_does_not_even_shake_hands() throws IOException {
    try (PretendRouter router = PretendRouter.start(RouterSettings.usual().withTls(tls))) {
      router.silent();
      try (Socket socket = trusting(router)) {
        socket.setSoTimeout(200);
        assertThatThrownBy(((SSLSocket) socket)::startHandshake)
            .isInstanceOf(SocketTimeoutException.class);
      }
      router.on();
      try (ApiCaller caller = new ApiCaller(trusting(router)).login(router.settings())) {
        assertThat(caller.rows("/system/identity/print")).hasSize(1);
      }
    }
  }

  private static Socket trusting(PretendRouter router) throws IOException {
    return tls.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), router.port());
  }

  private static SSLContext context(Path file) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, SECRET);
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(store, SECRET);
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }
}
