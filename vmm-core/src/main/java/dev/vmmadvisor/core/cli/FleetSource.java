package dev.vmmadvisor.core.cli;

/** Where the hosts of a fleet come from. */
enum FleetSource {
  HOST("host"),
  OSQUERY("osquery"),
  JAMF("jamf"),
  CSV("csv");

  private final String id;

  FleetSource(String id) {
    this.id = id;
  }

  @Override
  public String toString() {
    return id;
  }
}
