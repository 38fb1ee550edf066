package io.tapgate.connection;

import io.tapgate.client.Bans;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Finished connections, and what was said of them, are kept for the retention and no longer. */
@Service
public class Forgetting {
  private static final Logger log = LoggerFactory.getLogger(Forgetting.class);
  private static final int BATCH = 1000;

  private final Connections connections;
  private final Bans bans;
  private final ConnectionSettings settings;
  private final ApplicationEventPublisher announce;

  Forgetting(
      Connections connections,
      Bans bans,
      ConnectionSettings settings,
      ApplicationEventPublisher announce) {
    this.connections = connections;
    this.bans = bans;
    this.settings = settings;
    this.announce = announce;
  }

  /** In small steps, so that nobody waits for it. */
  public int forgetOld() {
    Duration age = settings.retention().bounded();
    int forgotten = 0;
    int batch;
    do {
      batch = connections.forget(age, BATCH);
      forgotten += batch;
    } while (batch == BATCH);
    bans.forgetOver(age);
    announce.publishEvent(new HistoryForgotten(age));
    if (forgotten > 0) {
      log.info("{} connections older than {} were forgotten", forgotten, settings.retention());
    }
    return forgotten;
  }
}
