package io.tapgate.router.gate;

import io.tapgate.router.Particulars;
import io.tapgate.router.Router;
import io.tapgate.router.RouterRecord;
import io.tapgate.router.Trust;
import java.util.Optional;

/**
 * How an admin goes into a router that is on record, for one visit. What is empty is as the record
 * says: that way may be the very one that an interrupted visit took away.
 */
public record Entrance(Router.Login admin, Optional<Integer> port, Optional<Trust> trust) {

  Router into(RouterRecord router) {
    Particulars all = router.particulars();
    return new Router(
        router.id(),
        all.name(),
        all.host(),
        port.orElse(all.port()),
        admin,
        trust.orElse(all.trust()),
        all.lists(),
        all.anywhere());
  }
}
