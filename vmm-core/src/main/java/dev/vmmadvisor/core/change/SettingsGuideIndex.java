package dev.vmmadvisor.core.change;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.advice.Cost;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.catalog.SettingsLocation;
import dev.vmmadvisor.api.host.Host;
import java.util.List;
import java.util.Optional;

/** Where changes are made, and what they cost. */
final class SettingsGuideIndex {

  /** The button that restarts Docker Desktop's VM in any case. */
  private static final String RESTARTING = "Apply & restart";

  private final List<SettingsLocation> guides;

  SettingsGuideIndex(List<SettingsLocation> guides) {
    this.guides = guides;
  }

  /** Where a change is made in the release of a host, or empty if that is not in the settings. */
  Optional<SettingsLocation> guide(Remedy remedy, Host host) {
    Optional<Version> release = host.dockerDesktop().version();
    for (SettingsLocation guide : guides) {
      if (guide.action().equals(remedy.action()) && isOf(guide, release)) {
        return Optional.of(guide);
      }
    }
    return Optional.empty();
  }

  /** Whether a guide is of a release, or of the newest ones where the release is not known. */
  private static boolean isOf(SettingsLocation guide, Optional<Version> release) {
    return release.isPresent()
        ? guide.releases().contains(release.get())
        : guide.releases().upper().isEmpty();
  }

  /** What the dearest of some changes costs. */
  Cost cost(List<Remedy> remedies, Host host) {
    Cost dearest = Cost.SETTING;
    for (Remedy remedy : remedies) {
      Cost cost = cost(remedy, host);
      dearest = cost.compareTo(dearest) > 0 ? cost : dearest;
    }
    return dearest;
  }

  private Cost cost(Remedy remedy, Host host) {
    if (remedy instanceof Remedy.UpgradeMacOs) {
      return Cost.MACOS_UPGRADE;
    }
    if (remedy instanceof Remedy.UpgradeDockerDesktop) {
      return Cost.APP_UPGRADE;
    }
    // of what is not known to leave the VM alone, a restart has to be expected
    Optional<SettingsLocation> guide = guide(remedy, host);
    return guide.isEmpty() || guide.get().button().equals(RESTARTING) ? Cost.RESTART : Cost.SETTING;
  }
}
