package io.tapgate.client.jpa;

import io.tapgate.audit.By;
import io.tapgate.client.Ban;
import io.tapgate.client.BanId;
import io.tapgate.client.Bans;
import io.tapgate.client.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional
class JpaBans implements Bans {
  private final BanRows rows;

  JpaBans(BanRows rows) {
    this.rows = rows;
  }

  @Override
  public Ban begin(
      ClientId client, Ban.Reason reason, Instant from, Optional<Instant> until, By by) {
    return rows.save(new BanRow(client, reason, from, until, by)).ban();
  }

  @Override
  public List<BanId> lift(ClientId client, Set<Ban.Reason> reasons, By by) {
    List<String> names = reasons.stream().map(Ban.Reason::name).toList();
    return rows.lift(client.value(), names, by.actor().toString(), why(by)).stream()
        .map(BanId::new)
        .toList();
  }

  @Override
  public Optional<Ban> lift(BanId ban, By by) {
    return rows.lift(ban.value(), by.actor().toString(), why(by)).map(BanRow::ban);
  }

  @Override
  @Transactional(propagation = Propagation.SUPPORTS)
  public Instant now() {
    return rows.now();
  }

  @Override
  public void forgetOver(Duration age) {
    rows.forgetOver(age.toMillis() / 1000.0);
  }

  @Override
  @Transactional(propagation = Propagation.SUPPORTS)
  public List<Ban> inForce(ClientId client) {
    return rows.inForce(client.value()).stream().map(BanRow::ban).toList();
  }

  private static @Nullable String why(By by) {
    return by.reason().orElse(null);
  }
}
