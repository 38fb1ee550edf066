package io.tapgate.router.web;

import io.tapgate.doors.Asked;
import io.tapgate.doors.ParameterRefused;
import io.tapgate.router.RouterRecord;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A piece of the list of routers. All of them fit into memory, and each order is one of a key that
 * no two share: so the key of the last router is where the next piece begins.
 */
record RouterPage(List<RouterRecord> items, @Nullable String next) {

  static RouterPage of(List<RouterRecord> all, Asked asked) {
    Order<?> order = Order.of(asked.sort());
    String begins = folded(asked.narrowed().getOrDefault("name", ""));
    return order.page(
        all.stream().filter(one -> folded(name(one)).startsWith(begins)).toList(),
        asked.cursor(),
        asked.limit());
  }

  private static String name(RouterRecord router) {
    return router.particulars().name();
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static long number(RouterRecord router) {
    return router.id().value();
  }

  /** As people look for them; two that differ in capitals alone are still two. */
  private static final Comparator<String> BY_NAME =
      Comparator.comparing(RouterPage::folded).thenComparing(Comparator.naturalOrder());

  private record Order<K>(
      String name, Function<RouterRecord, K> key, Function<String, K> read, Comparator<K> by) {

    static Order<?> of(String sort) {
      return switch (sort) {
        case "", "id" -> byNumber("id", Comparator.naturalOrder());
        case "-id" -> byNumber("-id", Comparator.reverseOrder());
        case "name" -> byName("name", BY_NAME);
        case "-name" -> byName("-name", BY_NAME.reversed());
        default -> throw new ParameterRefused("sort", "write id, -id or name, -name");
      };
    }

    private static Order<Long> byNumber(String name, Comparator<Long> by) {
      return new Order<>(name, RouterPage::number, Long::valueOf, by);
    }

    private static Order<String> byName(String name, Comparator<String> by) {
      return new Order<>(name, RouterPage::name, text -> text, by);
    }

    RouterPage page(List<RouterRecord> routers, String cursor, int limit) {
      List<RouterRecord> rest =
          routers.stream()
              .sorted(Comparator.comparing(key, by))
              .filter(one -> cursor.isEmpty() || by.compare(key.apply(one), last(cursor)) > 0)
              .toList();
      return rest.size() <= limit
          ? new RouterPage(rest, null)
          : new RouterPage(rest.subList(0, limit), name + ":" + key.apply(rest.get(limit - 1)));
    }

    private K last(String cursor) {
      try {
        if (cursor.startsWith(name + ":")) {
          return read.apply(cursor.substring(name.length() + 1));
        }
      } catch (NumberFormatException _) {
        // Falls through to the refusal.
      }
      throw new ParameterRefused(
          "cursor",
          "is none of a list in this order; write what stood behind `next`, or ask without");
    }
  }
}
