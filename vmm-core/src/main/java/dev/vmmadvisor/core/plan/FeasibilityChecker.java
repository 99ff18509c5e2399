package dev.vmmadvisor.core.plan;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.advice.Obstacle;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.core.decision.Locks;
import java.util.Optional;

/** Checks which changes a host prevents, and why. Immutable. */
final class FeasibilityChecker {

  private final Catalog catalog;
  private final ChangeWords words;

  FeasibilityChecker(Catalog catalog, ChangeWords words) {
    this.catalog = catalog;
    this.words = words;
  }

  /** The obstacle to a change, or empty if no known fact prevents it. */
  Optional<Obstacle> obstacle(Remedy remedy, Host host) {
    if (Locks.isLocked(remedy, host)) {
      return Optional.of(
          obstacle(Obstacle.Reason.SETTING_LOCKED, remedy, Fact.LOCKED_SETTINGS, host));
    }
    if (remedy instanceof Remedy.RaiseVmMemory memory
        && host.memoryMiB().filter(physical -> physical <= memory.toMiB()).isPresent()) {
      return Optional.of(obstacle(Obstacle.Reason.PHYSICAL_MEMORY, remedy, Fact.MEMORY, host));
    }
    if (remedy instanceof Remedy.UpgradeMacOs upgrade && !isShownToRun(upgrade.to(), host)) {
      return Optional.of(
          obstacle(Obstacle.Reason.MACOS_NOT_SHOWN, remedy, Fact.ARCHITECTURE, host));
    }
    return Optional.empty();
  }

  private Obstacle obstacle(Obstacle.Reason reason, Remedy remedy, Fact fact, Host host) {
    return new Obstacle(reason, remedy, fact, words.obstacle(reason, remedy, host));
  }

  /**
   * Whether a Mac is known to support a macOS version: it runs the same major version, or the
   * catalog lists the version for its architecture.
   */
  boolean isShownToRun(Version macOs, Host host) {
    return host.macOsVersion()
            .filter(present -> first(present).equals(first(macOs)) && !first(macOs).equals("10"))
            .isPresent()
        || catalog.macOsSupport().stream()
            .anyMatch(
                support ->
                    host.architecture().equals(Optional.of(support.architecture()))
                        && support.versions().contains(macOs));
  }

  /**
   * The first number of a version. From macOS 11 on it is the major version. The compatibility
   * version 10.16 has none.
   */
  private static String first(Version version) {
    return version.toString().split("[. ]", 2)[0];
  }
}
