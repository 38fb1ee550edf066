package io.tapgate.router;

/** What became of what an admin wanted of a router. */
public sealed interface RouterOutcome {

  /** It is so now, here at once and on the other nodes within a second. */
  record Done(RouterRecord router) implements RouterOutcome {}

  /** The same, and the router's scripts need this token, which is shown this once. */
  record DoneWithToken(RouterRecord router, HookToken token) implements RouterOutcome {}

  /** Nothing was changed. */
  sealed interface Refused extends RouterOutcome {}

  /** There is none with this id, or it was removed. */
  record Unknown() implements Refused {}

  /** It is the environment's, which alone changes it. */
  record FollowsTheEnvironment() implements Refused {}

  /** Somebody else changed it since it was read; this is its version now. */
  record ChangedMeanwhile(int version) implements Refused {}

  record NameTaken(String name) implements Refused {}

  /** A field is missing, or does not go with another. */
  record Unfit(String field, String why) implements Refused {}

  /** Its address is one that Tapgate keeps away from, unless told otherwise. */
  record KeptAway(String why) implements Refused {}

  /** So many connections are open through it. */
  record InUse(int connections) implements Refused {}
}
