package io.tapgate.playground.router.device;

/** How the router's API behaves as a whole. */
public enum Power {
  ON,
  /** Takes connections and commands, and never answers. */
  SILENT,
  /** The port is closed and every connection is cut. */
  OFF
}
