package io.tapgate.doors;

/** A key for each door. */
public final class DoorSettingsFixture {
  public static final String HOOK = "hook-hook-hook-hook";
  public static final String WATCHER = "watcher-watcher-watcher";
  public static final String ADMIN = "admin-admin-admin-admin";
  public static final String METRICS = "metrics-metrics-metrics";

  private DoorSettingsFixture() {}

  public static DoorSettings doors() {
    return new DoorSettings(HOOK, WATCHER, ADMIN, METRICS);
  }

  public static DoorSettings withoutMetrics() {
    return new DoorSettings(HOOK, WATCHER, ADMIN, "");
  }
}
