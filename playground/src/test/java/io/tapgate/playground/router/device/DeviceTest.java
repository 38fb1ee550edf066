package io.tapgate.playground.router.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is told what happened, and when. */
class DeviceTest {
  private final Device device = new Device(InstantSource.system(), 1000, _ -> {});
  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

  @AfterEach
  void close() {
    device.close();
  }

  @Test
  void a_listener_hears_nothing_of_what_was_before() throws InterruptedException {
    CountDownLatch held = new CountDownLatch(1);
    device.listen(_ -> await(held));
    log("before");
    device.listen(this::hear);
    log("after");

    held.countDown();

    assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo("after");
  }

  @Test
  void a_slow_listener_holds_up_no_work() throws InterruptedException {
    CountDownLatch held = new CountDownLatch(1);
    device.listen(_ -> await(held));
    device.listen(this::hear);

    log("one");
    log("two");

    assertThat(device.lastLines(9)).extracting(LogLine::text).containsExactly("one", "two");
    assertThat(heard).isEmpty();
    held.countDown();
    assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo("one");
    assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo("two");
  }

  @Test
  void a_broken_listener_is_its_own_affair() throws InterruptedException {
    device.listen(_ -> {
      throw new IllegalStateException("broken on purpose");
    });
    device.listen(this::hear);

    log("one");

    assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo("one");
  }

  @Test
  void who_has_stopped_listening_hears_no_more() throws InterruptedException {
    Subscription first = device.listen(_ -> heard.add("never"));
    device.listen(this::hear);
    first.close();

    log("one");

    assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo("one");
    assertThat(heard).isEmpty();
  }

  @Test
  void the_last_lines_are_the_newest() {
    for (int i = 0; i < 5; i++) {
      log("line " + i);
    }

    assertThat(device.lastLines(2)).extracting(LogLine::text).containsExactly("line 3", "line 4");
  }

  private void log(String text) {
    device.change(new Cause.Hand(), inner -> inner.log("script,info", text));
  }

  private void hear(Change change) {
    if (change instanceof Change.LineLogged(var _, LogLine line)) {
      heard.add(line.text());
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(5, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
