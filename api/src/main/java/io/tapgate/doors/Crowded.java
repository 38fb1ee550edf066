package io.tapgate.doors;

/** More came at once than could be put on record in time; of this one nothing was written. */
public final class Crowded extends RuntimeException {
  public Crowded(String sentence) {
    super(sentence);
  }
}
