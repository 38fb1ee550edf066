package io.tapgate.router.routeros;

import io.tapgate.router.RouterTrouble;
import java.util.List;
import java.util.function.BooleanSupplier;

/** How the entries of one address should be. */
@FunctionalInterface
interface Wish {

  /**
   * What is still to be done, in no order; empty when it is as wished. Throws {@link
   * io.tapgate.router.RouterTrouble.Refused} when it cannot become so without touching what is the
   * admin's.
   *
   * @param seen every entry of the address, whatever its list
   * @param written whether the router has just done all that was asked for this wish; if not, a
   *     time that is running counts as too old
   */
  List<Command> missing(List<Entry> seen, boolean written);

  /** The same wish, of somebody who may lose the right to it. */
  default Wish onlyWhile(BooleanSupplier may) {
    return (seen, written) -> {
      if (!may.getAsBoolean()) {
        throw RouterTrouble.Refused.drivenElsewhere();
      }
      return missing(seen, written);
    };
  }
}
