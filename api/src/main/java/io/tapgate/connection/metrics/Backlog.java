package io.tapgate.connection.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is still to be done, read from the rows themselves whenever somebody looks. */
@Component
class Backlog {
  private final JdbcClient database;

  Backlog(JdbcClient database, MeterRegistry registry) {
    this.database = database;
    gauge(
        registry,
        "tapgate.backlog.router",
        "Connections whose state the router was not read back to match",
        "select count(*) from connection where owed_since is not null");
    gauge(
        registry,
        "tapgate.backlog.router.oldest.seconds",
        "How long the longest of them has been owed",
        "select coalesce(extract(epoch from tapgate_now() - min(owed_since)), 0)"
            + " from connection where owed_since is not null");
    gauge(
        registry,
        "tapgate.backlog.questions",
        "Questions whose message is to be sent or changed",
        "select count(*) from question where tell_at is not null");
    gauge(
        registry,
        "tapgate.backlog.notices",
        "Messages of their own that are to be sent",
        "select count(*) from notice where tell_at is not null");
    gauge(
        registry,
        "tapgate.deadlines.overdue",
        "Questions past their deadline that no sweep has taken yet",
        "select count(*) from connection where state = 'ASKED' and deadline_at <= tapgate_now()");
    gauge(
        registry,
        "tapgate.deadlines.overdue.oldest.seconds",
        "How long the longest of them is past its deadline",
        "select coalesce(extract(epoch from tapgate_now() - min(deadline_at)), 0)"
            + " from connection where state = 'ASKED' and deadline_at <= tapgate_now()");
    gauge(
        registry,
        "tapgate.questions.waiting",
        "Connections asked about whose question Telegram has not taken yet",
        "select count(*) from connection where state = 'ASKED' and taken_at is null");
    gauge(
        registry,
        "tapgate.questions.waiting.oldest.seconds",
        "How long the longest of them has waited",
        "select coalesce(extract(epoch from tapgate_now() - min(asked_at)), 0)"
            + " from connection where state = 'ASKED' and taken_at is null");
    gauge(
        registry,
        "tapgate.connections.live",
        "Connections that are asked about or let in",
        "select count(*) from connection where state in ('ASKED', 'CONFIRMED')");
  }

  private void gauge(MeterRegistry registry, String name, String about, String sql) {
    Gauge.builder(name, () -> read(sql)).description(about).register(registry);
  }

  private Number read(String sql) {
    return database.sql(sql).query((row, _) -> row.getDouble(1)).single();
  }
}
