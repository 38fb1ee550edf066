package io.tapgate.telegram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * Which bot we are, and how its server is reached. Its text shows neither token nor password.
 *
 * @param server where the Bot API is served; it may lie behind a path prefix
 */
public record TelegramSettings(HttpUrl server, String token, Optional<ProxyServer> proxy) {
  private static final String PUBLIC = "https://api.telegram.org";
  private static final Pattern TOKEN = Pattern.compile("[0-9]{1,20}:[A-Za-z0-9_-]{1,200}");
  private static final String TOKEN_FORM =
      "write the bot's token as @BotFather gave it (123456:ABC-def)";

  /**
   * From what stands in the settings; empty or absent means not set.
   *
   * @throws IllegalArgumentException with {@link #problems} as its text
   */
  public static TelegramSettings of(
      @Nullable String apiUrl, @Nullable String token, @Nullable String proxy) {
    List<String> problems = problems(apiUrl, token, proxy);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", problems));
    }
    return new TelegramSettings(
        server(given(apiUrl).orElse(PUBLIC)),
        given(token).orElseThrow(),
        given(proxy).map(ProxyServer::parse));
  }

  /** What is wrong with these values: each line names the setting and says what to write there. */
  public static List<String> problems(
      @Nullable String apiUrl, @Nullable String token, @Nullable String proxy) {
    List<String> problems = new ArrayList<>();
    check("TELEGRAM_API_URL", given(apiUrl), TelegramSettings::server, problems);
    if (given(token).isEmpty()) {
      problems.add("TELEGRAM_TOKEN is not set: " + TOKEN_FORM);
    }
    check("TELEGRAM_TOKEN", given(token), TelegramSettings::token, problems);
    check("TELEGRAM_PROXY", given(proxy), ProxyServer::parse, problems);
    return problems;
  }

  /** Where a method of the bot is called. The token is a part of it: never print it. */
  public HttpUrl call(String method) {
    return server.newBuilder().addPathSegment("bot" + token).addPathSegment(method).build();
  }

  /**
   * Makes a client go the way to Telegram. HTTP/1.1 alone: one call that hangs on a dead connection
   * must not hold up the others on it. No redirects: they would carry the token to somebody else.
   */
  public void applyTo(OkHttpClient.Builder client) {
    client.protocols(List.of(Protocol.HTTP_1_1)).followRedirects(false).followSslRedirects(false);
    proxy.ifPresent(known -> known.applyTo(client));
  }

  @Override
  public String toString() {
    return server.toString();
  }

  private static Optional<String> given(@Nullable String value) {
    return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
  }

  private static void check(
      String name, Optional<String> value, Function<String, ?> parse, List<String> problems) {
    try {
      Optional<?> _ = value.map(parse);
    } catch (IllegalArgumentException e) {
      problems.add(name + ": " + e.getMessage());
    }
  }

  private static String token(String text) {
    if (!TOKEN.matcher(text).matches()) {
      throw new IllegalArgumentException(TOKEN_FORM);
    }
    return text;
  }

  private static HttpUrl server(String text) {
    HttpUrl url = HttpUrl.parse(text);
    if (url == null
        || !url.username().isEmpty()
        || !url.password().isEmpty()
        || url.query() != null
        || url.fragment() != null) {
      throw new IllegalArgumentException(
          "write an address such as https://host:port or https://host/prefix");
    }
    return url;
  }
}
