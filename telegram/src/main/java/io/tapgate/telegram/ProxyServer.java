package io.tapgate.telegram;

import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** The way out to Telegram where there is no direct one. Its text never shows the password. */
public record ProxyServer(Proxy.Type type, String host, int port, Optional<Login> login) {

  private static final String FORM =
      "write socks5://host:port or http://host:port, with user:password@ before the host if it asks"
          + " for them (special characters in them as %XX)";

  /** What the proxy asks for. */
  public record Login(String user, String password) {
    @Override
    public String toString() {
      return user;
    }
  }

  /** Never repeats what it was given: there may be a password in it. */
  static ProxyServer parse(String text) {
    try {
      URI uri = new URI(text);
      if (uri.getHost() == null || uri.getPort() < 1 || uri.getPort() > 65535 || hasMore(uri)) {
        throw new IllegalArgumentException(FORM);
      }
      return new ProxyServer(type(uri), uri.getHost(), uri.getPort(), login(uri.getRawUserInfo()));
    } catch (URISyntaxException _) {
      throw new IllegalArgumentException(FORM);
    }
  }

  /** Host names are left to a SOCKS proxy to look up: it may be the only one who can. */
  void applyTo(OkHttpClient.Builder client) {
    client.proxy(new Proxy(type, new InetSocketAddress(host, port)));
    login.ifPresent(known -> {
      if (type == Proxy.Type.SOCKS) {
        Authenticator.setDefault(new SocksLogin(this, known));
      } else {
        client.proxyAuthenticator((route, answer) -> signed(answer.request(), known));
      }
    });
  }

  private static boolean hasMore(URI uri) {
    boolean path = uri.getRawPath() != null && !uri.getRawPath().matches("/?");
    return path || uri.getRawQuery() != null || uri.getRawFragment() != null;
  }

  private static Proxy.Type type(URI uri) {
    return switch (String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT)) {
      case "socks5" -> Proxy.Type.SOCKS;
      case "http" -> Proxy.Type.HTTP;
      default -> throw new IllegalArgumentException(FORM);
    };
  }

  private static Optional<Login> login(@Nullable String userInfo) {
    if (userInfo == null) {
      return Optional.empty();
    }
    int colon = userInfo.indexOf(':');
    if (colon < 1) {
      throw new IllegalArgumentException(FORM);
    }
    return Optional.of(
        new Login(plain(userInfo.substring(0, colon)), plain(userInfo.substring(colon + 1))));
  }

  private static String plain(String encoded) {
    return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** Null when these words were refused already: another try with the same ones is pointless. */
  private static @Nullable Request signed(Request request, Login login) {
    String header = "Proxy-Authorization";
    String words = Credentials.basic(login.user(), login.password(), StandardCharsets.UTF_8);
    return words.equals(request.header(header))
        ? null
        : request.newBuilder().header(header, words).build();
  }

  /** Java asks one place for every SOCKS login; this one answers for our proxy alone. */
  private static final class SocksLogin extends Authenticator {
    private final ProxyServer proxy;
    private final Login login;

    SocksLogin(ProxyServer proxy, Login login) {
      this.proxy = proxy;
      this.login = login;
    }

    @Override
    protected @Nullable PasswordAuthentication getPasswordAuthentication() {
      boolean ours =
          "SOCKS5".equalsIgnoreCase(getRequestingProtocol())
              && proxy.host().equalsIgnoreCase(getRequestingHost())
              && proxy.port() == getRequestingPort();
      return ours ? new PasswordAuthentication(login.user(), login.password().toCharArray()) : null;
    }
  }
}
