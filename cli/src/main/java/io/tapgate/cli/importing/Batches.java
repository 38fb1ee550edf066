package io.tapgate.cli.importing;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows in pieces that the api takes: it refuses more than 500 at once, and bodies over 64 KiB. What
 * stands around the rows is little, and has its room beside them.
 */
final class Batches {
  private static final int ROWS = 500;
  private static final int BYTES = 48 * 1024;

  private Batches() {}

  /** No api would take this one, whatever it is sent with. */
  static boolean isTooLong(Row row) {
    return row.bytes() > BYTES;
  }

  static List<List<Row>> of(List<Row> rows) {
    List<List<Row>> batches = new ArrayList<>();
    int begun = 0;
    int bytes = 0;
    for (int at = 0; at < rows.size(); at++) {
      int more = rows.get(at).bytes();
      if (at - begun == ROWS || bytes + more > BYTES) {
        batches.add(rows.subList(begun, at));
        begun = at;
        bytes = 0;
      }
      bytes += more;
    }
    if (begun < rows.size()) {
      batches.add(rows.subList(begun, rows.size()));
    }
    return batches;
  }
}
