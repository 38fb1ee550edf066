package io.tapgate.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The sealed records, and those that wait to be. It keeps what it is given and judges nothing. */
public interface Chain {

  /** Whether anything waits to be sealed: one look, without a lock. */
  boolean hasFresh();

  /** Writes the first head; whether there was none. */
  boolean begin(Head head);

  /**
   * The head, held until the transaction ends; empty while another node holds it. Where somebody
   * removed it, one at the beginning that nobody signed.
   */
  Optional<Head> hold();

  /** The last record there is, or else the newest checkpoint, or else the beginning. */
  Anchor last();

  /** The oldest that wait, and that nobody else holds; held until the transaction ends. */
  List<Noted> takeFresh(int most);

  /** Moves what was taken to its places, and the head behind it. */
  void append(List<Link> links, Head head);

  /** By the database's clock. */
  Instant now();

  /** The instant of so long ago, by the database's clock. */
  Instant ago(Duration age);

  /** The records behind a place, in order. */
  List<Link> after(long place, int most);

  /** The records behind a place, as far as another, in order, that happened in a while. */
  List<Link> between(long place, long upTo, While happened);

  /** The first place of what happened then or later; empty if nothing did. */
  Optional<Long> firstSince(Instant since);

  /** The last place of what happened before; empty if nothing did. */
  Optional<Long> lastBefore(Instant until);

  /** All at one instant, though others seal meanwhile. */
  Standing standing();

  /** Removes the records up to this one, and every earlier checkpoint. */
  void replaceBy(Checkpoint checkpoint);
}
