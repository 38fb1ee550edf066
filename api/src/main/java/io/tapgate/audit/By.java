package io.tapgate.audit;

import java.util.Optional;

/**
 * By whom something is done.
 *
 * @param reason why, in their own words; whoever acts for somebody else gives one
 */
public record By(Actor actor, Optional<String> reason) {

  public static By tapgate() {
    return new By(new Actor.Tapgate(), Optional.empty());
  }

  public static By router(long id) {
    return new By(new Actor.Router(id), Optional.empty());
  }

  public static By person(long user) {
    return new By(new Actor.Person(user), Optional.empty());
  }

  /** The same, and why. */
  public By because(String why) {
    return new By(actor, Optional.of(why));
  }
}
