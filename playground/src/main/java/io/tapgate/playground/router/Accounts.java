package io.tapgate.playground.router;

import io.tapgate.playground.router.config.Configuration;
import io.tapgate.playground.router.config.Item;
import io.tapgate.playground.router.config.Shelf;
import io.tapgate.playground.router.device.Account;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The secrets of those who dial in: a script finds an account's chat in its secret's comment. Who
 * dials in with a chat has a secret that says so from then on. Touched only inside the device.
 */
final class Accounts {
  private static final Pattern CHAT = Pattern.compile("(?<!\\S)chat=[0-9]+(?!\\S)");

  /** Those of which nobody else had written anything down. */
  private final Set<String> own = new HashSet<>();

  void know(Account account, Configuration router) {
    Shelf secrets = router.shelf("/ppp/secret");
    Optional<Item> secret = secrets.where("name", account.name());
    if (secret.isPresent()) {
      says(secret.get(), account, secrets);
    } else if (account.chatId().isPresent()) {
      own.add(account.name());
      secrets.add(
          Map.of(
              "name",
              account.name(),
              "profile",
              router.usualProfile(),
              "comment",
              chat(account.chatId())),
          Optional.empty());
    }
  }

  /** None of those it has lets them in. Of whom it has none, another server may know. */
  static boolean isDisabled(Account account, Configuration router) {
    List<Item> secrets =
        router.shelf("/ppp/secret").all().stream()
            .filter(secret -> secret.said("name").equals(account.name()))
            .toList();
    return !secrets.isEmpty() && secrets.stream().allMatch(Item::isDisabled);
  }

  private void says(Item secret, Account account, Shelf secrets) {
    String comment = secret.said("comment");
    Matcher said = CHAT.matcher(comment);
    String wanted = comment;
    if (account.chatId().isPresent()) {
      String chat = chat(account.chatId());
      wanted = said.find() ? said.replaceFirst(chat) : (comment + " " + chat).strip();
    } else if (own.contains(account.name())) {
      wanted = said.replaceAll("").strip();
    }
    boolean _ = secrets.change(secret, Map.of("comment", wanted));
  }

  private static String chat(OptionalLong id) {
    return "chat=" + id.getAsLong();
  }
}
