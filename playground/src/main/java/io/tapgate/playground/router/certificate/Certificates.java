package io.tapgate.playground.router.certificate;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What is behind the items of the certificate menu. Touched only inside the device. */
public final class Certificates {
  private final Map<String, Certified> byItem = new HashMap<>();

  /** Empty while the item is a template. */
  public Optional<Certified> of(String item) {
    return Optional.ofNullable(byItem.get(item));
  }

  public void put(String item, Certified certified) {
    byItem.put(item, certified);
  }

  public void remove(String item) {
    byItem.remove(item);
  }
}
