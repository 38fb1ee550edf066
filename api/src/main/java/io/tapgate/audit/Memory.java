package io.tapgate.audit;

/** What became of a head that somebody wrote down outside the database. */
public enum Memory {
  CONTAINED("The chain still contains the head you remember."),
  DIFFERS("At the place you remember stands another hash: this is not the chain you saw."),
  LOST("The chain ends before the place you remember: an older copy of it was put back."),
  TOO_OLD("The place you remember was removed for its age; remember a later one.");

  private final String sentence;

  Memory(String sentence) {
    this.sentence = sentence;
  }

  public String sentence() {
    return sentence;
  }

  boolean isGood() {
    return this == CONTAINED || this == TOO_OLD;
  }
}
