package io.tapgate.cli.api;

import java.util.ArrayList;
import java.util.List;

/** Lists, page after page. */
public final class Pages {
  private static final int LARGEST = 200;

  private Pages() {}

  /** Every item there is, in as few calls as the api allows. */
  public static List<Json> all(Api api, Query query) {
    List<Json> items = new ArrayList<>();
    query.with("limit", LARGEST);
    Json page = api.get(query.path()).json();
    items.addAll(page.items("items"));
    while (!page.text("next").isEmpty()) {
      page = api.get(query.with("cursor", page.text("next")).path()).json();
      items.addAll(page.items("items"));
    }
    return items;
  }
}
