package io.tapgate.connection;

import io.tapgate.driving.Claim;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A router was read back: what it shows is written down, under the claim it was read under. */
@Service
public class ReadingBack {
  private static final Logger log = LoggerFactory.getLogger(ReadingBack.class);

  private final Connections connections;
  private final ApplicationEventPublisher announce;

  ReadingBack(Connections connections, ApplicationEventPublisher announce) {
    this.connections = connections;
    this.announce = announce;
  }

  /**
   * The router matches the state that was read. False if that is not the newest state any more, or
   * somebody else drives by now: then nothing is written, and whatever was done must be looked at
   * again.
   */
  @Transactional
  public boolean matches(Connection read, Claim claim, Optional<Duration> lookAgainIn) {
    Optional<Connection> enforced = connections.enforced(read, claim, lookAgainIn);
    enforced.filter(_ -> !read.isEnforced()).ifPresent(this::announce);
    return enforced.isPresent();
  }

  private void announce(Connection enforced) {
    log.info("connection {}: the router shows {}", enforced.id(), enforced.state());
    announce.publishEvent(new ConnectionsChanged(ConnectionsChanged.What.ENFORCED, enforced));
  }
}
