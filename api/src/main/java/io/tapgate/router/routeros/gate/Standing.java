package io.tapgate.router.routeros.gate;

import io.tapgate.router.routeros.Answer;
import io.tapgate.router.routeros.Command;
import io.tapgate.router.routeros.Conversation;
import io.tapgate.router.routeros.Item;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Everything on a router that bears on its gate, read in one go. */
final class Standing {
  private final Map<Menu, List<Item>> menus = new EnumMap<>(Menu.class);

  static Standing read(Conversation conversation) {
    return read(conversation, Set.of(Menu.values()));
  }

  static Standing read(Conversation conversation, Set<Menu> which) {
    List<Menu> asked = List.copyOf(which);
    List<Command> prints = asked.stream().map(Menu::print).toList();
    List<Answer> answers = conversation.askAll(prints);
    Standing standing = new Standing();
    for (int i = 0; i < asked.size(); i++) {
      standing.menus.put(asked.get(i), items(asked.get(i), prints.get(i), answers.get(i)));
    }
    return standing;
  }

  private static List<Item> items(Menu menu, Command print, Answer answer) {
    boolean missing =
        answer instanceof Answer.Trapped trapped
            && menu.mayBeMissing()
            && trapped.says("no such command");
    return missing ? List.of() : answer.items(print);
  }

  List<Item> of(Menu menu) {
    return menus.getOrDefault(menu, List.of());
  }

  Stream<Item> where(Menu menu, Predicate<Item> which) {
    return of(menu).stream().filter(which);
  }

  Optional<Item> named(Menu menu, String name) {
    return where(menu, item -> says(item, "name", name)).findFirst();
  }

  /** The one item of a menu that has no more. */
  Optional<Item> only(Menu menu) {
    return of(menu).stream().findFirst();
  }

  static boolean says(Item item, String property, String value) {
    return said(item, property).equals(value);
  }

  static String said(Item item, String property) {
    return item.find(property).orElse("");
  }
}
