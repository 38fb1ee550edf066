package io.tapgate.vault;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says it in words, without a stack trace. */
class KeyRefusedAnalyzer extends AbstractFailureAnalyzer<KeyRefused> {
  @Override
  protected FailureAnalysis analyze(Throwable root, KeyRefused cause) {
    return new FailureAnalysis(
        cause.getMessage(), "Nothing was started, and nothing was changed.", cause);
  }
}
