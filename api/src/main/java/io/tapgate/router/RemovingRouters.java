package io.tapgate.router;

import io.tapgate.audit.By;
import io.tapgate.connection.Connections;
import io.tapgate.connection.Disconnecting;
import io.tapgate.connection.RouterId;
import java.util.Map;
import java.util.Optional;
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
  private final Disconnecting disconnecting;
  private final ApplicationEventPublisher announce;

  RemovingRouters(
      RouterRecords records,
      RouterBook book,
      Connections connections,
      Disconnecting disconnecting,
      ApplicationEventPublisher announce) {
    this.records = records;
    this.book = book;
    this.connections = connections;
    this.disconnecting = disconnecting;
    this.announce = announce;
  }

  /** Refused while connections through it are live: nobody could take their permits back. */
  public RouterOutcome remove(RouterId id, By by) {
    return book.write(id, held -> remove(held, by));
  }

  /**
   * Nobody speaks to it any more, nor listens to it, and who is live through it is ended: for
   * whoever takes its permits back by another way. With the environment's that one is spoken to as
   * long as it lets us in.
   */
  public RouterOutcome retire(RouterRecord router, By by) {
    RouterOutcome outcome =
        router.fromEnvironment()
            ? new RouterOutcome.Done(router)
            : book.write(router.id(), held -> disable(held, by));
    if (!(outcome instanceof RouterOutcome.Refused)) {
      disconnecting.disconnectAll(router.id(), by);
    }
    return outcome;
  }

  private RouterOutcome disable(RouterRecord held, By by) {
    if (held.particulars().disabled()) {
      return new RouterOutcome.Done(held);
    }
    RouterRecord disabled =
        records.change(held.id(), held.particulars().asDisabled(), Optional.empty());
    announce.publishEvent(
        new RouterChanged(held.id(), RouterChanged.What.CHANGED, by, Map.of("disabled", "true")));
    return new RouterOutcome.Done(disabled);
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
