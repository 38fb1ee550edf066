package io.tapgate.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says it in words, without a stack trace. */
class DatabaseRefusedAnalyzer extends AbstractFailureAnalyzer<DatabaseRefused> {
  @Override
  protected FailureAnalysis analyze(Throwable root, DatabaseRefused cause) {
    return new FailureAnalysis(cause.getMessage(), cause.advice(), cause);
  }
}
