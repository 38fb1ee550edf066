package io.tapgate.router;

import io.tapgate.audit.By;
import io.tapgate.connection.Connections;
import io.tapgate.connection.RouterId;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * An admin removes a router: its token opens nothing any more, and nobody speaks to it. What stands
 * in its lists then stays there.
 */
@Service
public class RemovingRouters {
  private static final Logger log = LoggerFactory.getLogger(RemovingRouters.class);

  private final RouterRecords records;
  private final RouterBook book;
  private final Connections connections;
  private final ApplicationEventPublisher announce;

  RemovingRouters(
      RouterRecords records,
      RouterBook book,
      Connections connections,
      ApplicationEventPublisher announce) {
    this.records = records;
    this.book = book;
    this.connections = connections;
    this.announce = announce;
  }

  /** Refused while connections through it are live: nobody could take their permits back. */
  public RouterOutcome remove(RouterId id, By by) {
    return book.write(id, held -> remove(held, by));
  }

  private RouterOutcome remove(RouterRecord held, By by) {
    int live = connections.live().getOrDefault(held.id(), 0);
    if (live > 0) {
      return new RouterOutcome.InUse(live);
    }
    String name = held.particulars().name();
    records.remove(held.id());
    connections.letOff(held.id());
    announce.publishEvent(
        new RouterChanged(held.id(), RouterChanged.What.REMOVED, by, Map.of("name", name)));
    log.info("router {} is removed by {}: nobody speaks to it from now on", name, by.actor());
    return new RouterOutcome.Done(held);
  }
}
