package io.tapgate.admin.jdbc;

/**
 * One order of a list. What is equal goes by the number, so that no two pages share or miss a row.
 *
 * @param column never null, and with an index on it and the number
 * @param type of the column, as SQL casts to it
 */
record Sort(String name, String column, String type) {
  static final Sort ID = new Sort("id", "", "");

  boolean isById() {
    return column.isEmpty();
  }
}
