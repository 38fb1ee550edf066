package io.tapgate.audit;

/** A spot in the chain that the next record is hung on. Written as {@code place:hash}. */
public record Anchor(long place, Hash hash) {
  /** Before the first record. */
  public static final Anchor GENESIS = new Anchor(0, Hash.GENESIS);

  /** As it was written. */
  public static Anchor read(String written) {
    if (!written.matches("[0-9]{1,18}:[0-9a-f]{64}")) {
      throw new IllegalArgumentException("must be a place, a colon, and 64 hex digits");
    }
    int colon = written.indexOf(':');
    return new Anchor(
        Long.parseLong(written.substring(0, colon)), new Hash(written.substring(colon + 1)));
  }

  static Anchor of(Link link) {
    return new Anchor(link.place(), link.hash());
  }

  /** This record, hung on here. */
  Link next(Noted noted) {
    return new Link(place + 1, noted, hash.then(place + 1, noted));
  }

  /** Whether this one hangs here, unchanged. */
  boolean holds(Link link) {
    return next(link.noted()).equals(link);
  }

  @Override
  public String toString() {
    return place + ":" + hash;
  }
}
