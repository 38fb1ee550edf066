package io.tapgate.stories.referee;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which question is about which session, told from outside.
 *
 * <p>A question's buttons carry a token; messages with the same token are one question. Its text
 * names account and caller, so it is about a session of that account from that caller, in the chat
 * of that account's person, which was up when the phone first showed it. Where several are, people
 * are asked in the order in which the sessions came up: it is about the earliest that has no
 * question yet; if all have one, about the newest, asked about anew. One that ended a moment ago
 * may still be asked about, when nobody is up.
 */
final class Questions {
  private final Map<String, Stay> about = new HashMap<>();
  private final Set<Stay> asked = new HashSet<>();
  private final Map<String, Long> chats = new HashMap<>();
  private final Map<Long, List<Stay>> byChat = new HashMap<>();
  private final Patience patience;
  private final Duration reaction;

  Questions(Evidence evidence, Course course, Patience patience, Terms terms) {
    this.patience = patience;
    this.reaction = terms.reaction();
    course.stays().forEach(this::know);
    evidence.questions().stream()
        .sorted(Comparator.comparing(Shown::at))
        .filter(shown -> !about.containsKey(shown.token()))
        .forEach(this::assign);
  }

  Optional<Stay> about(String token) {
    return Optional.ofNullable(about.get(token));
  }

  /** The person of an account is the one in the chat that its first session named. */
  Optional<Long> person(Stay stay) {
    return Optional.ofNullable(chats.get(stay.account()));
  }

  private void know(Stay stay) {
    stay.session().account().chatId().ifPresent(chat -> chats.putIfAbsent(stay.account(), chat));
    person(stay).ifPresent(chat -> byChat.computeIfAbsent(chat, _ -> new ArrayList<>()).add(stay));
  }

  private void assign(Shown shown) {
    Predicate<Stay> isNew = stay -> !asked.contains(stay);
    up(shown)
        .filter(isNew)
        .findFirst()
        .or(() -> up(shown).reduce((_, newest) -> newest))
        .or(() -> justEnded(shown).filter(isNew).findFirst())
        .ifPresent(stay -> {
          about.put(shown.token(), stay);
          asked.add(stay);
        });
  }

  private Stream<Stay> up(Shown shown) {
    return named(shown).filter(stay -> stay.isUpAt(shown.at()));
  }

  private Stream<Stay> justEnded(Shown shown) {
    return named(shown).filter(stay -> patience.isQuick(stay.span().until(), shown.at(), reaction));
  }

  private Stream<Stay> named(Shown shown) {
    return byChat.getOrDefault(shown.chat(), List.of()).stream()
        .filter(stay -> !stay.span().from().isAfter(shown.at()))
        .filter(stay -> names(shown.text(), stay.account()))
        .filter(stay -> names(shown.text(), stay.session().caller()));
  }

  private static boolean names(String text, String word) {
    return Pattern.compile("(?<![\\w.:-])" + Pattern.quote(word) + "(?![\\w:-]|\\.\\w)")
        .matcher(text)
        .find();
  }
}
