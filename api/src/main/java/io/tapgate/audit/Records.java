package io.tapgate.audit;

import java.util.List;
import java.util.Optional;

/** The records for whoever reads them, sealed or not yet. */
public interface Records {

  /** All there is of one connection, in order. */
  List<Noted> ofConnection(long connection);

  /** In this order, and of those behind a row, where one is given. */
  List<Row> page(Sought sought, Order order, Optional<Cursor> behind, int most);

  /**
   * A record in a list.
   *
   * @param place empty while it is not sealed
   */
  record Row(Noted noted, Optional<Long> place) {
    public Cursor cursor() {
      return new Cursor(noted.at(), noted.id());
    }
  }
}
