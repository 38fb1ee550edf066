package io.tapgate.driving;

import java.util.UUID;
import org.springframework.stereotype.Component;

/** This process, as the others see it. A restarted one is another. */
@Component
public class Node {
  private final String name = UUID.randomUUID().toString();

  public String name() {
    return name;
  }
}
