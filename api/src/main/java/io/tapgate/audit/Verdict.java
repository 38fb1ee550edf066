package io.tapgate.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a look at the whole chain found.
 *
 * @param from what the first record that was looked at hangs on
 * @param checked how many records were
 * @param andMore so much was wrong that the rest was not looked at
 */
public record Verdict(
    Anchor from,
    long checked,
    Optional<Head> head,
    List<Fault> faults,
    boolean andMore,
    Unsealed unsealed,
    Optional<Memory> memory) {

  public boolean isSound() {
    return faults.isEmpty() && memory.map(Memory::isGood).orElse(true);
  }

  public List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    sentences.add(summary());
    faults.forEach(fault -> sentences.add(fault.sentence()));
    if (andMore) {
      sentences.add("And more: the rest was not looked at.");
    }
    memory.ifPresent(it -> sentences.add(it.sentence()));
    sentences.add(unsealed.sentence());
    return List.copyOf(sentences);
  }

  private String summary() {
    return "%d %s checked, from %s; %s"
        .formatted(
            checked,
            checked == 1 ? "record was" : "records were",
            begin(),
            faults.isEmpty() ? "each is as it was sealed." : "something is wrong.");
  }

  private String begin() {
    return from.place() == 0
        ? "the first one on"
        : "place %d on; those before were removed for their age".formatted(from.place() + 1);
  }
}
