package io.tapgate.client.jpa;

import io.tapgate.audit.By;
import io.tapgate.client.Ban;
import io.tapgate.client.BanId;
import io.tapgate.client.ClientId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "ban")
class BanRow {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  long id;

  @Column(name = "client_id")
  long client;

  @Enumerated(EnumType.STRING)
  Ban.Reason reason;

  Instant fromAt;
  @Nullable Instant untilAt;
  @Nullable Instant liftedAt;
  String actor;
  @Nullable String why;
  @Nullable String liftedBy;
  @Nullable String liftedWhy;

  @SuppressWarnings("NullAway.Init")
  protected BanRow() {}

  BanRow(ClientId client, Ban.Reason reason, Instant from, Optional<Instant> until, By by) {
    this.client = client.value();
    this.reason = reason;
    this.fromAt = from;
    this.untilAt = until.orElse(null);
    this.actor = by.actor().toString();
    this.why = by.reason().orElse(null);
  }

  Ban ban() {
    return new Ban(
        new BanId(id), new ClientId(client), reason, fromAt, Optional.ofNullable(untilAt));
  }
}
