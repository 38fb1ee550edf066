package io.tapgate.playground;

import io.tapgate.playground.router.device.ListNames;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the playground is told by its environment.
 *
 * @param port of the page and the Bot API; 0 takes any free one
 * @param routerPort of the router's API; 0 takes any free one
 */
public record PlaygroundSettings(
    int port,
    int routerPort,
    String telegramToken,
    String routerUsername,
    String routerPassword,
    String hookToken,
    URI apiUrl,
    ListNames lists,
    List<Long> adminChats) {

  public PlaygroundSettings {
    adminChats = List.copyOf(adminChats);
  }

  /** A setting is missing or cannot be used; the message says which, and what to write. */
  public static final class Unusable extends RuntimeException {
    Unusable(String message) {
      super(message);
    }
  }

  /** Empty counts as not set. */
  public static PlaygroundSettings read(Map<String, String> environment) {
    Reading reading = new Reading(environment);
    return new PlaygroundSettings(
        reading.port("PLAYGROUND_PORT", 8090),
        reading.port("PLAYGROUND_ROUTER_PORT", 8728),
        reading.token("TELEGRAM_TOKEN"),
        reading.text("ROUTER_USERNAME", "tapgate"),
        reading.required("ROUTER_PASSWORD", "the password that the api uses at the router"),
        reading.required("HOOK_TOKEN", "the token that the router shows at the api's door"),
        reading.url("API_URL", "http://127.0.0.1:8080"),
        new ListNames(
            reading.text("DENY_LIST", "tapgate-deny"),
            reading.text("PERMIT_LIST", "tapgate-permit"),
            reading.text("PERMANENT_BAN_LIST", "tapgate-ban")),
        reading.chats("ADMIN_CHATS"));
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "playground on port " + port + ", router on port " + routerPort + ", api " + apiUrl;
  }

  private record Reading(Map<String, String> environment) {

    String text(String name, String otherwise) {
      String value = environment.getOrDefault(name, "").strip();
      return value.isEmpty() ? otherwise : value;
    }

    String required(String name, String what) {
      String value = text(name, "");
      if (value.isEmpty()) {
        throw new Unusable(name + " is not set: write " + what + ".");
      }
      return value;
    }

    String token(String name) {
      String value = required(name, "a bot token such as 1:secret");
      if (!value.matches("[0-9]{1,15}:[A-Za-z0-9_-]+")) {
        throw new Unusable(
            name + " is no bot token: write a number, a colon, and letters, digits, - or _.");
      }
      return value;
    }

    int port(String name, int otherwise) {
      String value = text(name, Integer.toString(otherwise));
      if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) > 65535) {
        throw new Unusable(
            name + "=" + value + " is no port: write a number from 1 to 65535, or 0 for any.");
      }
      return Integer.parseInt(value);
    }

    URI url(String name, String otherwise) {
      String value = text(name, otherwise);
      try {
        URI url = new URI(value);
        boolean isHttp = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
        if (isHttp && url.getHost() != null) {
          return url;
        }
      } catch (URISyntaxException malformed) {
        throw noUrl(name, value);
      }
      throw noUrl(name, value);
    }

    private static Unusable noUrl(String name, String value) {
      return new Unusable(
          name + "=" + value + " is no address: write one such as http://127.0.0.1:8080.");
    }

    List<Long> chats(String name) {
      List<Long> chats = new ArrayList<>();
      for (String one : text(name, "").split(",", -1)) {
        if (!one.isBlank()) {
          chats.add(chat(name, one.strip()));
        }
      }
      return chats;
    }

    private static long chat(String name, String value) {
      if (!value.matches("-?[0-9]{1,18}")) {
        throw new Unusable(
            name + " holds \"" + value + "\": write numeric chat ids with commas between.");
      }
      return Long.parseLong(value);
    }
  }
}
