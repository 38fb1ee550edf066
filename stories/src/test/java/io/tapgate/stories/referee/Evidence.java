package io.tapgate.stories.referee;

import io.tapgate.playground.router.device.Happening;
import java.time.Instant;
import java.util.List;

/**
 * All that a judge may know. Instants are the story's.
 *
 * @param log the router's, from its first day
 * @param until when it was taken; what happens later is not judged
 */
public record Evidence(
    List<Happening> log,
    List<Shown> questions,
    List<Tap> taps,
    List<Trouble> troubles,
    Calendar calendar,
    Instant until) {
  public Evidence {
    log = List.copyOf(log);
    questions = List.copyOf(questions);
    taps = List.copyOf(taps);
    troubles = List.copyOf(troubles);
  }
}
