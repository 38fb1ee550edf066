package io.tapgate.vault;

/**
 * Something that is done once in the life of a database: when TAPGATE_KEY is proved there for the
 * first time, in the same transaction. Of several nodes that start at once, one does it.
 */
@FunctionalInterface
public interface FirstStart {
  void happens();
}
