package io.tapgate.watcher;

import io.tapgate.telegram.TelegramSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** What the environment says, checked as a whole before anything starts. */
record Settings(TelegramSettings telegram, ApiDoor api, int port) {

  /** Where the api is, and what opens its watcher doors. */
  record ApiDoor(HttpUrl url, String token) {
    @Override
    public String toString() {
      return url.toString();
    }
  }

  /** The start is refused; every line names a setting and says what to write there. */
  static final class Unusable extends Exception {
    private final List<String> problems;

    Unusable(List<String> problems) {
      super(String.join("\n", problems));
      this.problems = List.copyOf(problems);
    }

    List<String> problems() {
      return problems;
    }
  }

  static Settings from(Map<String, String> environment) throws Unusable {
    Form form = new Form(environment);
    @Nullable String server = environment.get("TELEGRAM_API_URL");
    @Nullable String botToken = environment.get("TELEGRAM_TOKEN");
    @Nullable String proxy = environment.get("TELEGRAM_PROXY");
    form.complain(TelegramSettings.problems(server, botToken, proxy));
    String doorToken =
        form.secret("WATCHER_TOKEN", DOOR_TOKEN, "the same secret as for the api, in one word");
    HttpUrl api = form.url("API_URL", form.apiOnThisMachine());
    int port = form.port("WATCHER_PORT", 8081);
    form.throwIfUnusable();
    TelegramSettings telegram = TelegramSettings.of(server, botToken, proxy);
    return new Settings(telegram, new ApiDoor(api, doorToken), port);
  }

  private static final Pattern DOOR_TOKEN = Pattern.compile("[\\x21-\\x7e]{1,512}");
  private static final HttpUrl NOWHERE =
      new HttpUrl.Builder().scheme("http").host("localhost").build();

  /** Reads one setting after the other and collects what is wrong with all of them. */
  private static final class Form {
    private final Map<String, String> environment;
    private final List<String> problems = new ArrayList<>();

    Form(Map<String, String> environment) {
      this.environment = environment;
    }

    void complain(List<String> more) {
      problems.addAll(more);
    }

    /** Empty means not set. */
    private Optional<String> value(String name) {
      return Optional.ofNullable(environment.get(name))
          .map(String::strip)
          .filter(v -> !v.isEmpty());
    }

    <T> Optional<T> optional(String name, Function<String, T> parse) {
      try {
        return value(name).map(parse);
      } catch (IllegalArgumentException e) {
        problems.add(name + ": " + e.getMessage());
        return Optional.empty();
      }
    }

    String secret(String name, Pattern form, String what) {
      Optional<String> value = value(name);
      if (value.isEmpty()) {
        problems.add(name + " is not set: write " + what);
      } else if (!form.matcher(value.get()).matches()) {
        problems.add(name + " cannot be right: write " + what);
      }
      return value.orElse("");
    }

    HttpUrl url(String name, String otherwise) {
      return optional(name, Form::url).orElseGet(() -> fallback(otherwise));
    }

    int port(String name, int otherwise) {
      return optional(name, Form::port).orElse(otherwise);
    }

    String apiOnThisMachine() {
      return value("API_URL").isPresent() ? "" : "http://127.0.0.1:" + port("API_PORT", 8080);
    }

    void throwIfUnusable() throws Unusable {
      if (!problems.isEmpty()) {
        throw new Unusable(problems);
      }
    }

    private static HttpUrl fallback(String text) {
      return text.isEmpty() ? NOWHERE : url(text);
    }

    private static HttpUrl url(String text) {
      HttpUrl url = HttpUrl.parse(text);
      if (url == null
          || !url.username().isEmpty()
          || !url.password().isEmpty()
          || url.query() != null
          || url.fragment() != null) {
        throw new IllegalArgumentException(
            "write an address such as https://host:port or https://host/prefix");
      }
      return withoutSlash(url);
    }

    private static HttpUrl withoutSlash(HttpUrl url) {
      int last = url.pathSize() - 1;
      boolean slash = url.pathSegments().get(last).isEmpty();
      return slash && last > 0 ? url.newBuilder().removePathSegment(last).build() : url;
    }

    private static Integer port(String text) {
      int port = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
      if (port < 1 || port > 65535) {
        throw new IllegalArgumentException("write a port between 1 and 65535");
      }
      return port;
    }
  }
}
