/**
 * What the people who run Tapgate ask and order: the admin API, which the command line and the
 * console stand on.
 *
 * <p>Orders are verbs of the rooms they change ({@code connection.Disconnecting}, {@code
 * client.Barring}); what is kept here is who may give them (the keys), and how everything that is
 * on record is listed, found and explained. Lists are read straight from the tables, past the
 * rooms: they change nothing and must be answered from an index, also with a million rows.
 */
@ApplicationModule(
    allowedDependencies = {
      "audit",
      "connection",
      "client",
      "router",
      "doors",
      "address",
      "settings"
    })
@NullMarked
package io.tapgate.admin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
