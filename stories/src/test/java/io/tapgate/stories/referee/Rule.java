package io.tapgate.stories.referee;

/** What must never happen on a router, each for itself. */
public enum Rule {
  /** A session is let in before anybody tapped "It's me" for it. */
  NOBODY_WITHOUT_A_TAP,
  /** The one tap lets its own session in, and no earlier or later one of the same person. */
  NO_TAP_FOR_ANOTHER_SESSION,
  /** Only the person whose account it is may let a session in. */
  NO_TAP_OF_ANOTHER_PERSON,
  /** After the deadline a tap lets nobody in. */
  NO_TAP_AFTER_THE_DEADLINE,
  /** After "Not me" the session is never let in. */
  NOBODY_AFTER_NOT_ME,
  /** Who dialled in while banned is not let in by any tap. */
  NOBODY_WHO_IS_BANNED,
  /** An address is entered in PERMIT only while its session is up. */
  NO_PERMIT_WITHOUT_A_SESSION,
  /** An address that two sessions are on is permitted only if both were tapped for. */
  NOBODY_BESIDE_ANOTHER,
  /** A permit goes with its session: at once, or with its lease where no script ran. */
  NO_PERMIT_BEYOND_THE_SESSION,
  /** From the script on up to its end a session stands in DENY, or in PERMIT. */
  IN_THE_SANDBOX_OTHERWISE
}
