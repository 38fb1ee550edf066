package io.tapgate.connection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;

/** Keeps what was announced, in order. */
public final class Announced implements ApplicationEventPublisher {
  private final List<Object> events = Collections.synchronizedList(new ArrayList<>());

  @Override
  public void publishEvent(Object event) {
    events.add(event);
  }

  public List<Object> events() {
    return List.copyOf(events);
  }

  public <E> List<E> events(Class<E> kind) {
    return events().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  public void forget() {
    events.clear();
  }
}
