package io.tapgate.admin.jdbc;

/**
 * In which order a list comes, and what comes behind a row.
 *
 * @param down the highest, or the newest, first
 * @param id the column with the number, which tells apart what is equal
 */
record Order(Sort sort, boolean down, String id) {
  static final String NUMBER = "number";

  String name() {
    return (down ? "-" : "") + sort.name();
  }

  String column() {
    return sort.isById() ? id : sort.column();
  }

  String by() {
    String way = down ? " desc" : "";
    return sort.isById() ? id + way : sort.column() + way + ", " + id + way;
  }

  /** The condition for the next page, with the last row's value and number in it. */
  String behind() {
    String than = down ? " < " : " > ";
    return sort.isById()
        ? id + than + ":" + NUMBER
        : "(%s, %s)%s(cast(:value as %s), :%s)"
            .formatted(sort.column(), id, than, sort.type(), NUMBER);
  }
}
