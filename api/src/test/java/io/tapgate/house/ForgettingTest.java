package io.tapgate.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.connection.Forgetting;
import io.tapgate.playground.router.device.Session;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.quartz.Scheduler;
import org.quartz.TriggerKey;
import org.springframework.beans.factory.annotation.Autowired;

/** What is old goes; what is live or young stays. */
class ForgettingTest extends House {
  @Autowired private Forgetting forgetting;
  @Autowired private Scheduler rareJobs;

  @Test
  void finished_connections_go_after_the_retention_and_live_ones_stay() {
    Client alice = somebody();
    Session past = alice.connects();
    alice.question();
    alice.hangsUp(past);
    Client bob = somebody();
    bob.connects();
    bob.tapsItsMe(bob.question());
    bob.shows("Allowed since");
    time.passes(Duration.ofDays(91));
    Client chen = somebody();
    Session recent = chen.connects();
    chen.question();
    chen.hangsUp(recent);

    forgetting.forgetOld();

    assertThat(connectionsOf(alice)).isZero();
    assertThat(connectionsOf(bob)).isEqualTo(1);
    assertThat(connectionsOf(chen)).isEqualTo(1);
  }

  @Test
  void it_is_a_job_that_runs_once_in_the_whole_cluster() throws Exception {
    assertThat(rareJobs.getMetaData().isJobStoreClustered()).isTrue();
    assertThat(rareJobs.checkExists(new TriggerKey("forget-hourly"))).isTrue();
  }

  private long connectionsOf(Client client) {
    return database
        .sql(
            "select count(*) from connection x join client c on c.id = client_id where c.name = :n")
        .param("n", client.name)
        .query((row, _) -> row.getLong(1))
        .single();
  }
}
