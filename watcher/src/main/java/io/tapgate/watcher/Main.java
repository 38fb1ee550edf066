package io.tapgate.watcher;

import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the watcher from the environment. Exit code 2: it was not started, and the text says why.
 */
final class Main {
  private static final Logger log = LoggerFactory.getLogger(Main.class);

  private Main() {}

  public static void main(String[] arguments) throws InterruptedException {
    try {
      Settings settings = Settings.from(System.getenv());
      Watcher watcher = new Watcher(settings, settings.port(), Tempo.real());
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(watcher), "stop"));
      log.info("watching Telegram at {} for the api at {}", settings.telegram(), settings.api());
      watcher.run();
    } catch (Settings.Unusable unusable) {
      refuse(unusable.problems());
    } catch (IOException taken) {
      refuse(List.of("WATCHER_PORT: it is taken; stop what listens there or write another port"));
    }
  }

  private static void refuse(List<String> problems) {
    System.err.println("The watcher cannot start:");
    problems.forEach(problem -> System.err.println("  " + problem));
    System.exit(2);
  }

  /** Java would report the signal (143) instead of a proper end. */
  private static void stop(Watcher watcher) {
    try {
      watcher.stop();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    System.err.flush();
    Runtime.getRuntime().halt(0);
  }
}
