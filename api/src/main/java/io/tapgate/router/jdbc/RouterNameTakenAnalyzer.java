package io.tapgate.router.jdbc;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says it in words, without a stack trace. */
class RouterNameTakenAnalyzer extends AbstractFailureAnalyzer<RouterNameTaken> {
  @Override
  protected FailureAnalysis analyze(Throwable root, RouterNameTaken cause) {
    return new FailureAnalysis(
        cause.getMessage(), "Write a name that no other router has, and start again.", cause);
  }
}
