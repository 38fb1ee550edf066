package io.tapgate.doors;

/** The keys of the admin API, but for the one in the environment, whose digest is known here. */
public interface ApiKeys {

  /** What all of them begin with: what looks otherwise is not looked up. */
  String PREFIX = "tg_";

  /** Looks a key up, and notes that it was used. */
  Found find(KeyDigest digest);

  /** The row of ADMIN_TOKEN, which is one of them. */
  long environmentKey();

  /**
   * Notes that a key was used. Never fails: whoever looks at the health may do so without a
   * database.
   */
  void used(long key);

  /** What is known of a key that was shown. */
  sealed interface Found {
    record Valid(Visitor.Admin visitor) implements Found {}

    /** It was one: it ran out, or somebody revoked it. */
    record Over(String why) implements Found {}

    record Unknown() implements Found {}
  }
}
