package io.tapgate.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ComplaintTest {
  private final List<String> log = new ArrayList<>();
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
  private final Complaint complaint = new Complaint(nanos::get, log::add);

  @Test
  void the_first_is_said_at_once_and_a_thousand_after_it_once() {
    complaint.about("refused");
    for (int i = 0; i < 1000; i++) {
      complaint.about("refused");
    }
    assertThat(log).containsExactly("refused");

    nanos.addAndGet(10_000_000_000L);
    complaint.about("timed out");
    complaint.about("timed out");
    assertThat(log).containsExactly("refused", "timed out; 1000 more since the last line");
  }

  @Test
  void one_a_long_time_later_is_told_like_the_first() {
    complaint.about("refused");
    nanos.addAndGet(3_600_000_000_000L);
    complaint.about("refused");

    assertThat(log).containsExactly("refused", "refused");
  }
}
