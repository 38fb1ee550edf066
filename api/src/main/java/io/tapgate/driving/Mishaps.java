package io.tapgate.driving;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is said of rounds that fail: the first of a row that fail alike, and that they work again. A
 * round comes each second, and a database may be away for an hour.
 */
public final class Mishaps {
  private static final Logger log = LoggerFactory.getLogger(Mishaps.class);

  private final String thing;
  private @Nullable Object told;

  public Mishaps(String thing) {
    this.thing = thing;
  }

  public void failed(Throwable trouble) {
    Mishap mishap = new Mishap(trouble);
    Object kind = mishap.isOutside() ? "the outside" : trouble.getClass();
    if (kind.equals(told)) {
      return;
    }
    told = kind;
    if (mishap.isOutside()) {
      log.warn("{}: its rounds fail at the database and are tried each second: {}", thing, mishap);
    } else {
      log.error(
          "{}: a round failed by a fault of ours, tried each second: report it", thing, trouble);
    }
  }

  public void worked() {
    if (told != null) {
      log.info("{}: works again", thing);
      told = null;
    }
  }
}
