package io.tapgate.router.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.connection.RouterId;
import io.tapgate.doors.Asked;
import io.tapgate.router.OwnLimits;
import io.tapgate.router.Particulars;
import io.tapgate.router.Router;
import io.tapgate.router.RouterRecord;
import io.tapgate.router.Trust;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouterPageTest {
  private static final List<RouterRecord> ALL =
      List.of(
          router(1, "office"),
          router(2, "cellar"),
          router(10, "Attic"),
          router(11, "annex"),
          router(12, "10th-floor"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "     | office, cellar, Attic, annex, 10th-floor",
        "id   | office, cellar, Attic, annex, 10th-floor",
        "-id  | 10th-floor, annex, Attic, cellar, office",
        "name | 10th-floor, annex, Attic, cellar, office",
        "-name| office, cellar, Attic, annex, 10th-floor"
      })
  void every_order_comes_whole_in_pieces_of_any_length(String sort, String names) {
    for (int limit = 1; limit <= 6; limit++) {
      assertThat(String.join(", ", pieces(sort == null ? "" : sort, limit))).isEqualTo(names);
    }
  }

  @Test
  void the_last_piece_says_that_it_is() {
    assertThat(page(ALL, Map.of("limit", "5")).next()).isNull();
    assertThat(page(ALL, Map.of("limit", "4")).next()).isNotNull();
    assertThat(page(List.of(), Map.of()).items()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"name, OFFICE Office office", "-name, office Office OFFICE"})
  void names_that_differ_in_capitals_alone_are_all_listed(String sort, String names) {
    List<RouterRecord> alike =
        List.of(router(1, "office"), router(2, "Office"), router(3, "OFFICE"));
    for (int limit = 1; limit <= 3; limit++) {
      assertThat(pieces(alike, sort, limit)).containsExactly(names.split(" "));
    }
  }

  @Test
  void names_are_found_by_how_they_begin() {
    assertThat(names(page(ALL, Map.of("name", "a")))).containsExactly("Attic", "annex");
    assertThat(names(page(ALL, Map.of("name", "AN")))).containsExactly("annex");
    assertThat(page(ALL, Map.of("name", "nowhere")).items()).isEmpty();
  }

  @Test
  void a_piece_begins_behind_the_last_although_that_was_removed_meanwhile() {
    String next = page(ALL, Map.of("sort", "name", "limit", "2")).next();
    List<RouterRecord> without = ALL.stream().filter(one -> one.id().value() != 11).toList();
    assertThat(names(page(without, Map.of("sort", "name", "cursor", String.valueOf(next)))))
        .containsExactly("Attic", "cellar", "office");
  }

  private static List<String> pieces(String sort, int limit) {
    return pieces(ALL, sort, limit);
  }

  private static List<String> pieces(List<RouterRecord> all, String sort, int limit) {
    List<String> names = new ArrayList<>();
    Map<String, String> asked = new TreeMap<>(Map.of("sort", sort, "limit", "" + limit));
    RouterPage page = page(all, asked);
    names.addAll(names(page));
    for (int i = 0; i < all.size() && page.next() != null; i++) {
      asked.put("cursor", page.next());
      page = page(all, asked);
      names.addAll(names(page));
    }
    return names;
  }

  private static RouterPage page(List<RouterRecord> all, Map<String, String> asked) {
    return RouterPage.of(all, Asked.of(asked));
  }

  private static List<String> names(RouterPage page) {
    return page.items().stream().map(one -> one.particulars().name()).toList();
  }

  private static RouterRecord router(long id, String name) {
    return new RouterRecord(
        new RouterId(id),
        new Particulars(
            name,
            "192.0.2.1",
            8729,
            "tapgate",
            new Trust.Plain(),
            new Router.ListNames("DENY", "PERMIT", "BAN"),
            OwnLimits.none(),
            false,
            false),
        false,
        0);
  }
}
