package io.tapgate.router;

import io.tapgate.connection.RouterId;
import java.util.List;

/** The routers this installation drives. */
public interface Routers {

  List<Router> all();

  /** The one that the environment describes. */
  RouterId first();
}
