package io.tapgate.audit.jdbc;

/**
 * Where in the chain a while begins and ends, from the index on time. Places follow time, but for
 * what was written side by side; and no transaction takes a minute. So among the records of one
 * minute the lowest place, or the highest, is the end that is looked for.
 *
 * <p>Those are read before their places are compared: else PostgreSQL may look for the lowest one
 * from the beginning of the chain.
 */
final class PlaceByTime {
  static final String FIRST_SINCE =
      """
      with near as materialized (
        select place from audit
        where at >= :at
          and at < (select min(at) from audit where at >= :at) + interval '1 minute')
      select min(place) as place from near
      """;

  static final String LAST_BEFORE =
      """
      with near as materialized (
        select place from audit
        where at < :at
          and at > (select max(at) from audit where at < :at) - interval '1 minute')
      select max(place) as place from near
      """;

  private PlaceByTime() {}
}
