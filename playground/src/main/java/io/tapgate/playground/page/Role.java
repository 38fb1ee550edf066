package io.tapgate.playground.page;

import io.tapgate.playground.telegram.Person;
import java.util.Optional;

/**
 * Somebody in the playground: a person with a phone and, unless they only look on, a VPN account.
 *
 * @param key what the doors call them
 * @param account the name of their VPN account
 * @param caller where they dial in from
 */
public record Role(String key, Person person, Optional<String> account, String caller) {

  /** Somebody who dials in. */
  public static Role client(String key, Person person, String caller) {
    return new Role(key, person, Optional.of(key), caller);
  }

  /** Somebody with a phone alone. */
  public static Role onlooker(String key, Person person) {
    return new Role(key, person, Optional.empty(), "");
  }
}
