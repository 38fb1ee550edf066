package io.tapgate.audit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One way along the chain, from record to record. */
final class Walk {
  private static final int BATCH = 1000;

  /** Of more than this nobody reads the list: the chain was not scratched but replaced. */
  private static final int ENOUGH = 100;

  private final Chain chain;
  private final Signet signet;
  private final Standing standing;
  private final List<Fault> faults = new ArrayList<>();
  private long place;
  private long checked;

  /**
   * What the next record may hang on. One hash while all is well. Behind a record that does not fit
   * there are two: the one that is written there, and the one that should be. Which of them was
   * changed, the next record tells.
   */
  private Set<Hash> before;

  Walk(Chain chain, Signet signet, Anchor from, Standing standing) {
    this.chain = chain;
    this.signet = signet;
    this.standing = standing;
    this.place = from.place();
    this.before = Set.of(from.hash());
  }

  List<Fault> go() {
    List<Link> batch;
    do {
      batch = chain.after(place, BATCH);
      batch.stream().takeWhile(this::isOurs).forEach(this::step);
    } while (batch.size() == BATCH && isOurs(batch.getLast()) && !wasGivenUp());
    if (place < standing.last()) {
      newestCheckpoint().filter(it -> it.place() > place).ifPresent(this::goOnFrom);
    }
    return List.copyOf(faults);
  }

  /** What was sealed since the walk began is left to the next one. */
  private boolean isOurs(Link link) {
    return link.place() <= standing.last() && !wasGivenUp();
  }

  boolean wasGivenUp() {
    return faults.size() >= ENOUGH;
  }

  long reached() {
    return place;
  }

  long checked() {
    return checked;
  }

  private void step(Link link) {
    checked++;
    if (link.place() != place + 1) {
      gap(link);
    }
    if (before.isEmpty() || fits(link)) {
      before = Set.of(link.hash());
    } else {
      misfit(link);
    }
    place = link.place();
    look(link);
  }

  private boolean fits(Link link) {
    return before.stream().anyMatch(hash -> new Anchor(place, hash).holds(link));
  }

  /** Purged while we walked, or removed behind our back: then nobody knows what it hung on. */
  private void gap(Link link) {
    Optional<Anchor> purged = newestCheckpoint().filter(it -> it.place() == link.place() - 1);
    if (purged.isPresent()) {
      goOnFrom(purged.get());
    } else {
      faults.add(new Fault.Missing(place + 1, link.place() - 1));
      place = link.place() - 1;
      before = Set.of();
    }
  }

  private Optional<Anchor> newestCheckpoint() {
    return chain.standing().checkpoint().filter(signet::made).map(Checkpoint::anchor);
  }

  private void goOnFrom(Anchor anchor) {
    place = anchor.place();
    before = Set.of(anchor.hash());
  }

  private void misfit(Link link) {
    Optional<Link> sealedHere =
        chain.after(nearby(link), BATCH).stream()
            .filter(other -> other.noted().id() != link.noted().id())
            .filter(other -> wasSealedHere(other, link))
            .findFirst();
    faults.add(
        sealedHere
            .<Fault>map(
                other -> new Fault.Reordered(link.place(), other.noted().id(), link.noted().id()))
            .orElseGet(() ->
                new Fault.Changed(
                    link.place(), link.noted().id(), link.noted().happening().verb())));
    Set<Hash> possible = new LinkedHashSet<>(hashesOf(sealedHere.orElse(link), link.place()));
    possible.add(link.hash());
    before = possible;
  }

  private static long nearby(Link link) {
    return Math.max(0, link.place() - BATCH / 2);
  }

  /** Whether its hash went with it or stayed behind. */
  private boolean wasSealedHere(Link other, Link here) {
    List<Hash> hashes = hashesOf(other, here.place());
    return hashes.contains(other.hash()) || hashes.contains(here.hash());
  }

  private List<Hash> hashesOf(Link link, long at) {
    return before.stream().map(hash -> hash.then(at, link.noted())).toList();
  }

  private void look(Link link) {
    if (link.noted().happening().verb().equals(Sealing.FOUND_BROKEN)) {
      String detail = link.noted().happening().detail().orElse("").replace("\n", ", ");
      faults.add(new Fault.FoundBroken(link.place(), detail));
    }
    standing
        .head()
        .filter(head -> signet.made(head) && head.anchor().place() == link.place())
        .filter(head -> !head.anchor().hash().equals(link.hash()))
        .ifPresent(head -> faults.add(new Fault.Rewritten(link.place())));
  }
}
