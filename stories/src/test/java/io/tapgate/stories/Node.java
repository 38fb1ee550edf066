package io.tapgate.stories;

/** One api among several. */
record Node(Part part, Doors doors) {
  /** What it says of itself to an admin: who drives, and what is wrong. */
  String health() {
    return doors.get("/actuator/health", Keys.ADMIN).body();
  }

  /** Whether it speaks to the router itself. */
  boolean drivesTheRouter() {
    return health().contains("\"office\":\"answers\"");
  }
}
