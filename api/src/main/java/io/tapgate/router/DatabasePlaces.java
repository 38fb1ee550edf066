package io.tapgate.router;

import java.util.List;

/** Where our database listens. */
public interface DatabasePlaces {
  List<Place> places();

  /** A host, by name or address, and a port of it. */
  record Place(String host, int port) {}
}
