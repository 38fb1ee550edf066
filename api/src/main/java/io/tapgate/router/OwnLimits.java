package io.tapgate.router;

import io.tapgate.connection.Allowance;
import io.tapgate.settings.Span;
import java.util.Optional;

/**
 * What a router allows otherwise than the settings say; what is empty is as they say.
 *
 * @param timeout how long a client has to answer
 * @param unconfirmed connections in a row that are asked about
 * @param ban how long a ban lasts
 */
public record OwnLimits(Optional<Span> timeout, Optional<Integer> unconfirmed, Optional<Span> ban) {

  public static OwnLimits none() {
    return new OwnLimits(Optional.empty(), Optional.empty(), Optional.empty());
  }

  Allowance over(Allowance usual) {
    return new Allowance(
        timeout.map(Span::bounded).orElse(usual.timeToAnswer()),
        unconfirmed.orElse(usual.chances()),
        ban.orElse(usual.ban()));
  }
}
