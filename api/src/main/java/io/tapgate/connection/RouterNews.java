package io.tapgate.connection;

import java.time.Instant;

/**
 * What those who run a router are to know of it: once when it begins, and once when it is over.
 *
 * @param since when what it is about began
 */
public record RouterNews(RouterId router, String name, What what, Instant since) {

  /** What became known. */
  public enum What {
    /** It has not answered for a while. */
    LOST,
    /** It answers again, and goes on to. */
    BACK,
    /** Its sessions come up, and no report tells of them. */
    REPORTS_LOST,
    /** A report of it arrived again. */
    REPORTS_BACK
  }
}
