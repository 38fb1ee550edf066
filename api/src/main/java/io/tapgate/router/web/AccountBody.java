package io.tapgate.router.web;

import io.tapgate.client.AccountName;
import io.tapgate.client.ChatId;
import io.tapgate.doors.FieldRefused;
import io.tapgate.doors.Fields;
import io.tapgate.router.account.AccountComment;
import io.tapgate.router.account.Vpn;
import io.tapgate.router.account.WantedAccount;
import tools.jackson.databind.JsonNode;

/** What an admin sends of a new account. */
final class AccountBody {
  private static final String UNREACHABLE = "/\\%;";

  private AccountBody() {}

  static WantedAccount read(JsonNode body) {
    Fields fields = Fields.of(body);
    return new WantedAccount(
        fields.require("name", AccountBody::name),
        fields.read("profile", text -> text),
        fields.read("service", Vpn::read).orElse(Vpn.ANY),
        fields.read("chat_id", AccountBody::chat),
        fields.read("comment", AccountComment::words),
        fields.read("note", text -> text));
  }

  static boolean disabled(JsonNode body) {
    return Fields.of(body)
        .truth("disabled")
        .orElseThrow(() -> new FieldRefused("disabled", "write true or false"));
  }

  /** What no path can carry would make an account that nobody could change here. */
  private static AccountName name(String text) {
    if (!text.equals(text.strip()) || text.chars().anyMatch(AccountBody::isUnreachable)) {
      throw new IllegalArgumentException(
          "write it without a slash, backslash, semicolon or percent sign, and no blank at its ends");
    }
    return new AccountName(text);
  }

  private static boolean isUnreachable(int character) {
    return UNREACHABLE.indexOf(character) >= 0;
  }

  /** A person's own: a group is nobody's second factor. */
  private static ChatId chat(String text) {
    if (!text.matches("[1-9][0-9]{0,17}")) {
      throw new IllegalArgumentException("write the number of the person's own chat");
    }
    return new ChatId(Long.parseLong(text));
  }
}
