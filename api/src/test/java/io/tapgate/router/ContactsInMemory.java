package io.tapgate.router;

import io.tapgate.connection.ConnectionFixture;
import io.tapgate.connection.RouterId;
import io.tapgate.driving.Claim;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Contacts without a database, at a time that a test tells. */
final class ContactsInMemory implements Contacts {
  private static final Silence NOT_MET = new Silence(null, null, null, false);
  private static final Reporting NONE = new Reporting(null, null, false);

  private final Map<RouterId, Contact> rows = new HashMap<>();
  private Instant now = ConnectionFixture.NOON;
  private @Nullable Claim driver;
  private int written;

  synchronized void pass(Duration span) {
    now = now.plus(span);
  }

  synchronized void isDriven(Claim claim) {
    driver = claim;
  }

  synchronized int written() {
    return written;
  }

  synchronized Contact of(RouterId router) {
    Contact row = rows.getOrDefault(router, new Contact(NOT_MET, NONE, now));
    return new Contact(row.silence(), row.reporting(), now);
  }

  @Override
  public synchronized Map<RouterId, Contact> all() {
    Map<RouterId, Contact> all = new HashMap<>(Map.of(RouterFixture.ID, of(RouterFixture.ID)));
    rows.keySet().forEach(id -> all.put(id, of(id)));
    return Map.copyOf(all);
  }

  @Override
  public synchronized Optional<Contact> hold(RouterId router) {
    return Optional.of(of(router));
  }

  @Override
  public synchronized Optional<Contact> hold(RouterId router, Claim claim) {
    return hold(router).filter(_ -> driver == null || driver.equals(claim));
  }

  @Override
  public synchronized void keep(RouterId held, Contact contact) {
    written++;
    rows.put(held, contact);
  }
}
