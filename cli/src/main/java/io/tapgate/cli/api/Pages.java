package io.tapgate.cli.api;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Lists, page after page. */
public final class Pages {
  private static final int LARGEST = 200;

  private Pages() {}

  /** Every item there is. */
  public static List<Json> all(Api api, Query query) {
    List<Json> items = new ArrayList<>();
    each(api, query, items::addAll);
    return items;
  }

  /** Page after page, in as few calls as the api allows. */
  public static void each(Api api, Query query, Consumer<List<Json>> taken) {
    Json page = api.get(query.with("limit", LARGEST).path()).json();
    taken.accept(page.items("items"));
    while (!page.text("next").isEmpty()) {
      page = api.get(query.with("cursor", page.text("next")).path()).json();
      taken.accept(page.items("items"));
    }
  }
}
