package io.tapgate.router;

import static io.tapgate.connection.ConnectionFixture.connection;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.connection.Connection;
import io.tapgate.connection.ConnectionsInMemory;
import io.tapgate.driving.Claim;
import org.junit.jupiter.api.Test;

class UnwrittenTest {
  private static final Claim OURS = new Claim("router 3", "here", 1);

  private final ConnectionsInMemory connections = new ConnectionsInMemory();
  private final Unwritten unwritten = new Unwritten(connections);

  @Test
  void what_can_be_written_is_put_off_and_forgotten() {
    Connection tried = tried(1);
    unwritten.putOff(OURS);
    unwritten.putOff(OURS);
    assertThat(connections.putOff()).containsExactly(tried.id());
    assertThat(connections.owed(RouterFixture.ID, 9)).isEmpty();
  }

  @Test
  void what_is_another_drivers_by_now_is_looked_at_by_them() {
    Connection tried = tried(1);
    connections.isDriven(new Claim("router 3", "there", 2));
    unwritten.putOff(OURS);
    assertThat(connections.putOff()).isEmpty();
    assertThat(connections.owed(RouterFixture.ID, 9)).containsExactly(tried);
  }

  @Test
  void a_database_that_is_away_is_waited_for_once_in_a_round() {
    tried(1);
    tried(2);
    tried(3);
    connections.becomeReadOnly();
    unwritten.putOff(OURS);
    assertThat(connections.refused()).isEqualTo(1);
    connections.becomeWritable();
    unwritten.putOff(OURS);
    assertThat(connections.putOff()).hasSize(3);
  }

  private Connection tried(long id) {
    Connection read = connections.put(connection().id(id).on("10.9.0." + id).build());
    connections.owedByNobody();
    unwritten.keep(connections.get(read.id()), "the router did not answer");
    return connections.get(read.id());
  }
}
