package io.tapgate.client;

import java.util.List;

/**
 * Bans ended before their time, by an admin. Announced inside the transaction.
 *
 * @param free whether no other ban keeps the client out
 */
public record BansLifted(Client client, List<BanId> bans, boolean free) {
  public BansLifted {
    bans = List.copyOf(bans);
  }
}
