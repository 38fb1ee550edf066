package io.tapgate.connection;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Finished connections, and what was said of them, are kept for the retention and no longer. */
@Service
public class Forgetting {
  private static final Logger log = LoggerFactory.getLogger(Forgetting.class);
  private static final int BATCH = 1000;

  private final Connections connections;
  private final ConnectionSettings settings;

  Forgetting(Connections connections, ConnectionSettings settings) {
    this.connections = connections;
    this.settings = settings;
  }

  /** In small steps, so that nobody waits for it. */
  public int forgetOld() {
    int forgotten = 0;
    int batch;
    do {
      batch = connections.forget(settings.retention().bounded(), BATCH);
      forgotten += batch;
    } while (batch == BATCH);
    if (forgotten > 0) {
      log.info("{} connections older than {} were forgotten", forgotten, settings.retention());
    }
    return forgotten;
  }
}
