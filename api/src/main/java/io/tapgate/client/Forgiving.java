package io.tapgate.client;

import io.tapgate.audit.By;
import io.tapgate.audit.Happening;
import io.tapgate.audit.Recording;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An admin starts a client's count of unconfirmed connections anew. */
@Service
public class Forgiving {
  private final Roll roll;
  private final Recording recording;

  Forgiving(Roll roll, Recording recording) {
    this.roll = roll;
    this.recording = recording;
  }

  /** False if there is no such client. */
  @Transactional
  public boolean forgive(ClientId id, By by) {
    boolean known = roll.countAnew(id);
    if (known) {
      recording.note(Happening.of("client.count-reset", by).client(id.value()));
    }
    return known;
  }
}
