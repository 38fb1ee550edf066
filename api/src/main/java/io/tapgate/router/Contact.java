package io.tapgate.router;

import java.time.Instant;

/**
 * What is on record of how a router and Tapgate reach each other.
 *
 * @param silence Tapgate's way to the router
 * @param reporting the router's way to Tapgate
 * @param read when this was read, by the database's clock
 */
public record Contact(Silence silence, Reporting reporting, Instant read) {

  Contact with(Silence newer) {
    return new Contact(newer, reporting, read);
  }

  Contact with(Reporting newer) {
    return new Contact(silence, newer, read);
  }
}
