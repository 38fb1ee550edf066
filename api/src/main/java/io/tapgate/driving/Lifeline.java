package io.tapgate.driving;

/**
 * What ties this node to the others: a line to the database that stands for as long as the node
 * does. Over it the node is woken; when it ends, the others know at once that they may take over.
 */
public interface Lifeline {
  /** There is no line at the moment. */
  long NONE = 0;

  /**
   * The line that stands now, or {@link #NONE}. A new one has a higher number: what was claimed
   * under an earlier one may be somebody else's by now.
   */
  long line();

  /** Wakes whoever drives this thing, on whichever node. Costs the caller nothing, may be lost. */
  void ring(String thing);

  /** Runs this when the thing is rung for, and whenever there may have been a ring unheard. */
  void onRing(String thing, Runnable wake);
}
