package io.tapgate.router;

import org.jspecify.annotations.Nullable;

/** The router did not do what was asked. Either way nothing may be taken as done. */
public abstract sealed class RouterTrouble extends RuntimeException {

  private RouterTrouble(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** No complete answer in time: down, hung, cut in mid-sentence. Nothing is known. */
  public static final class Silent extends RouterTrouble {
    public Silent(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /** It answered, and the answer is no; or it shows something else than what was asked. */
  public static final class Refused extends RouterTrouble {
    public Refused(String message) {
      super(message, null);
    }

    public Refused(String message, Throwable cause) {
      super(message, cause);
    }

    /** We refuse ourselves: another node may have the right to speak by now. */
    public static Refused drivenElsewhere() {
      return new Refused("somebody else speaks to this router by now");
    }
  }
}
