package io.tapgate.driving;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.Objects;
import org.slf4j.LoggerFactory;

/** What one class tells the log while a test listens. */
public final class Heard implements AutoCloseable {
  private final Logger logger;
  private final Lines lines = new Lines();

  /** Kept under one lock: the one who logs and the one who reads are two threads. */
  private static final class Lines extends ListAppender<ILoggingEvent> {
    @Override
    protected synchronized void append(ILoggingEvent event) {
      super.append(event);
    }

    synchronized List<ILoggingEvent> soFar() {
      return List.copyOf(list);
    }
  }

  private Heard(Logger logger) {
    this.logger = logger;
    lines.start();
    logger.addAppender(lines);
  }

  public static Heard of(Class<?> speaker) {
    return new Heard((Logger) LoggerFactory.getLogger(speaker));
  }

  public List<String> lines() {
    return lines.soFar().stream()
        .map(event -> event.getLevel() + " " + event.getFormattedMessage())
        .toList();
  }

  /** Those that came with a stack trace. */
  public List<IThrowableProxy> stacks() {
    return lines.soFar().stream()
        .map(ILoggingEvent::getThrowableProxy)
        .filter(Objects::nonNull)
        .toList();
  }

  @Override
  public void close() {
    logger.detachAppender(lines);
  }
}
