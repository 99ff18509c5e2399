package dev.vmmadvisor.core.plan;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.advice.Cost;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.catalog.SettingsLocation;
import dev.vmmadvisor.api.host.Host;
import java.util.List;
import java.util.Optional;

/** Finds where in the settings a change is made, and what it costs. Immutable. */
final class SettingsGuideIndex {

  /** The label of the button that always restarts Docker Desktop's VM. */
  private static final String RESTART_BUTTON = "Apply & restart";

  private final List<SettingsLocation> guides;

  SettingsGuideIndex(List<SettingsLocation> guides) {
    this.guides = guides;
  }

  /** The location of a change in the release of a host; empty if it is not made in the settings. */
  Optional<SettingsLocation> guide(Remedy remedy, Host host) {
    Optional<Version> release = host.dockerDesktop().version();
    for (SettingsLocation guide : guides) {
      if (guide.action().equals(remedy.action()) && appliesTo(guide, release)) {
        return Optional.of(guide);
      }
    }
    return Optional.empty();
  }

  /** Whether a guide covers a release, or the newest releases if the release is unknown. */
  private static boolean appliesTo(SettingsLocation guide, Optional<Version> release) {
    return release.isPresent()
        ? guide.releases().contains(release.get())
        : guide.releases().upper().isEmpty();
  }

  /** The highest cost among changes. */
  Cost cost(List<Remedy> remedies, Host host) {
    Cost highest = Cost.SETTING;
    for (Remedy remedy : remedies) {
      Cost cost = cost(remedy, host);
      highest = cost.compareTo(highest) > 0 ? cost : highest;
    }
    return highest;
  }

  private Cost cost(Remedy remedy, Host host) {
    if (remedy instanceof Remedy.UpgradeMacOs) {
      return Cost.MACOS_UPGRADE;
    }
    if (remedy instanceof Remedy.UpgradeDockerDesktop) {
      return Cost.APP_UPGRADE;
    }
    // conservative: a change that is not known to keep the VM running counts as a restart
    Optional<SettingsLocation> guide = guide(remedy, host);
    return guide.isEmpty() || guide.get().button().equals(RESTART_BUTTON)
        ? Cost.RESTART
        : Cost.SETTING;
  }
}
