package io.tapgate.settings;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/**
 * The last words of a start that ends: what is wrong and what to do, and nothing around it. The
 * launcher looks for the first line, and shows what follows.
 */
final class RefusedStart implements FailureAnalysisReporter {
  @Override
  public void report(FailureAnalysis analysis) {
    System.err.print(words(analysis));
    System.err.flush();
  }

  static String words(FailureAnalysis analysis) {
    StringBuilder words = new StringBuilder("The api cannot start:\n");
    analysis.getDescription().lines().forEach(line -> words.append("  ").append(line).append('\n'));
    if (analysis.getAction() != null) {
      words.append(analysis.getAction()).append('\n');
    }
    return words.toString();
  }
}
