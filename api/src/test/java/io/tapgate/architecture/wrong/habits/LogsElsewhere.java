package io.tapgate.architecture.wrong.habits;

import java.util.logging.Logger;

final class LogsElsewhere {
  static final Logger LOG = Logger.getLogger("elsewhere");

  private LogsElsewhere() {}
}
