package io.tapgate.driving;

import java.util.Optional;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.NestedRuntimeException;

/** Something that failed, as one line of a log tells it. */
public record Mishap(Throwable trouble) {

  /**
   * The database or a transaction: Spring wraps what fails out there in exceptions of this one
   * family. Whatever else comes up is a fault of ours.
   */
  boolean isOutside() {
    return trouble instanceof NestedRuntimeException;
  }

  @Override
  public String toString() {
    Throwable root = NestedExceptionUtils.getRootCause(trouble);
    return root == null ? line(trouble) : line(trouble) + " (" + line(root) + ")";
  }

  /** Databases add lines of detail, and a log is read by lines. */
  private static String line(Throwable one) {
    return Optional.ofNullable(one.getMessage())
        .flatMap(message -> message.lines().findFirst())
        .map(message -> one.getClass().getSimpleName() + ": " + message)
        .orElse(one.getClass().getSimpleName());
  }
}
