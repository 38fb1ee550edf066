package io.tapgate.chat;

import io.tapgate.connection.ConnectionsChanged;
import io.tapgate.connection.ForeignChatNamed;
import io.tapgate.driving.Claims;
import io.tapgate.driving.Driver;
import io.tapgate.driving.Lifeline;
import io.tapgate.driving.Node;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Drives the bot, woken when there is something to tell. */
@Component
class TellingDriver implements SmartLifecycle {
  private final Driver driver;
  private volatile boolean running;

  TellingDriver(
      Questions questions,
      Notices notices,
      Telling telling,
      Refusing refusing,
      Messenger messenger,
      Reachability reachability,
      Claims claims,
      Lifeline lifeline,
      Node node,
      PaceSettings pace) {
    TellingRounds rounds =
        new TellingRounds(
            questions,
            notices,
            telling,
            refusing,
            reachability,
            new Sounding(
                messenger,
                reachability,
                System::nanoTime,
                Thread.ofVirtual().name("sounding")::start),
            new Pace(pace, System::nanoTime),
            Thread.ofVirtual().name("telling")::start,
            this::wake);
    this.driver = new Driver("bot", node.name(), claims, lifeline, rounds);
    reachability.counts(driver::isDriving);
  }

  @TransactionalEventListener
  void on(ConnectionsChanged changed) {
    driver.call();
  }

  @TransactionalEventListener
  void on(ForeignChatNamed named) {
    driver.call();
  }

  @TransactionalEventListener(fallbackExecution = true)
  void on(ChatHeard heard) {
    driver.call();
  }

  private void wake() {
    driver.wake();
  }

  @Override
  public void start() {
    running = true;
    driver.start();
  }

  @Override
  public void stop() {
    running = false;
    driver.close();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
