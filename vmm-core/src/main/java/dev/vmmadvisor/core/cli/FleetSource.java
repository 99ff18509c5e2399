package dev.vmmadvisor.core.cli;

/** The format of the hosts of a fleet. */
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
