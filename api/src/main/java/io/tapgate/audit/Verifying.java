package io.tapgate.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Looks at the whole chain, from the newest checkpoint on, and says what is wrong. Nothing is held
 * meanwhile: records are read a batch at a time, and others may seal and remove.
 */
@Service
public class Verifying {
  private final Chain chain;
  private final Signet signet;

  Verifying(Chain chain, Signet signet) {
    this.chain = chain;
    this.signet = signet;
  }

  /**
   * @param remembered a head that was written down outside the database: the one way to notice that
   *     an older copy of everything was put back
   */
  public Verdict verify(Optional<Anchor> remembered) {
    Standing standing = chain.standing();
    Anchor from = standing.checkpoint().map(Checkpoint::anchor).orElse(Anchor.GENESIS);
    Walk walk = new Walk(chain, signet, from, standing);
    List<Fault> faults = new ArrayList<>();
    standing
        .checkpoint()
        .filter(checkpoint -> !signet.made(checkpoint))
        .ifPresent(forged -> faults.add(new Fault.CheckpointForged(forged.anchor().place())));
    faults.addAll(walk.go());
    if (!walk.wasGivenUp()) {
      faults.addAll(end(standing, walk.reached()));
    }
    return new Verdict(
        from,
        walk.checked(),
        standing.head(),
        List.copyOf(faults),
        walk.wasGivenUp(),
        standing.unsealed(),
        remembered.map(anchor -> memory(anchor, from, standing.last())));
  }

  private List<Fault> end(Standing standing, long reached) {
    if (standing.head().isEmpty()) {
      return List.of(new Fault.HeadMissing());
    }
    Head head = standing.head().get();
    long place = head.anchor().place();
    List<Fault> faults = new ArrayList<>();
    if (!signet.made(head)) {
      faults.add(new Fault.HeadForged(place));
    }
    if (reached < place) {
      faults.add(new Fault.TailCut(reached, place));
    }
    if (standing.last() > place) {
      faults.add(new Fault.BeyondHead(place, standing.last()));
    }
    return faults;
  }

  private Memory memory(Anchor remembered, Anchor from, long last) {
    if (remembered.place() < from.place()) {
      return Memory.TOO_OLD;
    }
    if (remembered.place() > last) {
      return Memory.LOST;
    }
    if (remembered.place() == from.place()) {
      return remembered.equals(from) ? Memory.CONTAINED : Memory.DIFFERS;
    }
    return chain.after(remembered.place() - 1, 1).stream()
        .findFirst()
        .map(Anchor::of)
        .filter(remembered::equals)
        .map(_ -> Memory.CONTAINED)
        .orElse(Memory.DIFFERS);
  }
}
