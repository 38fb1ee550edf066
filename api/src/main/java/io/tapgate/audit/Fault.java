package io.tapgate.audit;

/** Something in the chain that nobody but somebody behind our back can have done. */
public sealed interface Fault {

  /** For people. */
  String sentence();

  /** A record, its place or its hash is not what was sealed there. */
  record Changed(long place, long id, String verb) implements Fault {
    @Override
    public String sentence() {
      return "Place %d, record %d (%s): it was changed after it was sealed."
          .formatted(place, id, verb);
    }
  }

  /** Another one stands at its place. */
  record Reordered(long place, long id, long found) implements Fault {
    @Override
    public String sentence() {
      return "Place %d: record %d was sealed here, record %d stands here now: they were reordered."
          .formatted(place, id, found);
    }
  }

  /** Nothing stands there. */
  record Missing(long from, long to) implements Fault {
    @Override
    public String sentence() {
      return from == to
          ? "Place %d: the record was removed.".formatted(from)
          : "Places %d to %d: the records were removed.".formatted(from, to);
    }
  }

  /** The head names a later record than the last there is. */
  record TailCut(long last, long head) implements Fault {
    @Override
    public String sentence() {
      return "The chain was sealed as far as place %d and ends at place %d: its tail was cut off."
          .formatted(head, last);
    }
  }

  /** The chain fits together and leads to another head than the one that was signed. */
  record Rewritten(long head) implements Fault {
    @Override
    public String sentence() {
      return "Place %d has not the hash that was signed: records up to it were written anew."
          .formatted(head);
    }
  }

  /** Records behind the head. */
  record BeyondHead(long head, long last) implements Fault {
    @Override
    public String sentence() {
      return "The chain was sealed as far as place %d and goes on to place %d: somebody else wrote"
              .formatted(head, last)
          + " there, or put an older head back.";
    }
  }

  /** There is none, and each database got one at its first start. */
  record HeadMissing() implements Fault {
    @Override
    public String sentence() {
      return "The head was removed: whether the tail is whole cannot be known.";
    }
  }

  /** Not signed with our key. */
  record HeadForged(long place) implements Fault {
    @Override
    public String sentence() {
      return "The head (place %d) is not signed with this TAPGATE_KEY: it is forged."
          .formatted(place);
    }
  }

  /** Not signed with our key. */
  record CheckpointForged(long place) implements Fault {
    @Override
    public String sentence() {
      return "The checkpoint at place %d is not signed with this TAPGATE_KEY: it is forged, and"
              .formatted(place)
          + " what was removed before it is not known.";
    }
  }

  /** The sealer met a head that was not its own, put that on record here and went on. */
  record FoundBroken(long place, String detail) implements Fault {
    @Override
    public String sentence() {
      return "Place %d: here the sealer found a head that it had not left so (%s)."
          .formatted(place, detail);
    }
  }
}
