package io.tapgate.stories;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Stories on the shared stage, which nobody closes: the referee comes when they are told. */
final class Judged implements AfterAllCallback {
  @Override
  public void afterAll(ExtensionContext story) {
    Stage.judgeShared();
  }
}
