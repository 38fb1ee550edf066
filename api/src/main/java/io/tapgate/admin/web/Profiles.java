package io.tapgate.admin.web;

import io.tapgate.client.AccountName;
import io.tapgate.client.ChatId;
import io.tapgate.client.Profile;
import io.tapgate.doors.FieldRefused;
import io.tapgate.doors.Fields;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What a body says about a client. */
final class Profiles {
  private Profiles() {}

  static Profile fresh(Fields fields) {
    return profile(
        fields.read("name", AccountName::new), chat(fields), fields.read("note", text -> text));
  }

  /** Only what is named changes; null, or nothing in it, clears. */
  static Profile changed(Profile before, JsonNode body) {
    Fields fields = Fields.of(body);
    return profile(
        body.has("name") ? fields.read("name", AccountName::new) : before.name(),
        body.has("chat_id") ? chat(fields) : before.chat(),
        body.has("note") ? fields.read("note", text -> text) : before.note());
  }

  /** Also of the wrong kind, a person's own: a group is nobody's second factor. */
  static Optional<ChatId> chat(Fields fields) {
    return fields.read("chat_id", Profiles::personal);
  }

  static ChatId personal(String text) {
    if (!text.matches("[0-9]{1,18}") || Long.parseLong(text) == 0) {
      throw new IllegalArgumentException("write the number of the person's own chat");
    }
    return new ChatId(Long.parseLong(text));
  }

  private static Profile profile(
      Optional<AccountName> name, Optional<ChatId> chat, Optional<String> note) {
    if (name.isEmpty() && chat.isEmpty()) {
      throw new FieldRefused("name", "write a name, or a chat_id, or both");
    }
    return new Profile(name, chat, note);
  }
}
