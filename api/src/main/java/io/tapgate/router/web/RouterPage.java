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
    String begins = asked.narrowed().getOrDefault("name", "").toLowerCase(Locale.ROOT);
    return order.page(
        all.stream().filter(one -> key(one).startsWith(begins)).toList(),
        asked.cursor(),
        asked.limit());
  }

  private static String key(RouterRecord router) {
    return router.particulars().name().toLowerCase(Locale.ROOT);
  }

  private static long number(RouterRecord router) {
    return router.id().value();
  }

  private record Order<K extends Comparable<K>>(
      String name, Function<RouterRecord, K> key, Function<String, K> read, Comparator<K> by) {

    static Order<?> of(String sort) {
      return switch (sort) {
        case "", "id" -> new Order<>("id", RouterPage::number, Long::valueOf, upwards());
        case "-id" -> new Order<>("-id", RouterPage::number, Long::valueOf, downwards());
        case "name" -> new Order<>("name", RouterPage::key, text -> text, upwards());
        case "-name" -> new Order<>("-name", RouterPage::key, text -> text, downwards());
        default -> throw new ParameterRefused("sort", "write id, -id or name, -name");
      };
    }

    private static <K extends Comparable<K>> Comparator<K> upwards() {
      return Comparator.naturalOrder();
    }

    private static <K extends Comparable<K>> Comparator<K> downwards() {
      return Comparator.reverseOrder();
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
