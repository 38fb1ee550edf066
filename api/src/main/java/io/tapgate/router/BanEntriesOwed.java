package io.tapgate.router;

import io.tapgate.connection.RouterId;
import java.util.Set;

/** These routers must let somebody go. */
record BanEntriesOwed(Set<RouterId> routers) {}
