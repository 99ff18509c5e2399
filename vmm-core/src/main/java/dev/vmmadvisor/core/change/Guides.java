package dev.vmmadvisor.core.change;

import dev.vmmadvisor.api.advice.Cost;
import dev.vmmadvisor.api.catalog.Guide;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.host.Host;
import java.util.List;
import java.util.Optional;

/** Where changes are made, and what they cost. */
final class Guides {

  /** The button that restarts Docker Desktop's VM in any case. */
  private static final String RESTARTING = "Apply & restart";

  private final List<Guide> guides;

  Guides(List<Guide> guides) {
    this.guides = guides;
  }

  /** Where a change is made in the release of a host, or empty if that is not in the settings. */
  Optional<Guide> guide(Remedy remedy, Host host) {
    return guides.stream()
        .filter(guide -> guide.action().equals(remedy.action()))
        .filter(
            guide ->
                host.dockerDesktop()
                    .version()
                    .map(guide.releases()::contains)
                    .orElse(!guide.releases().upper().isPresent()))
        .findFirst();
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
    return guide(remedy, host).filter(guide -> !guide.button().equals(RESTARTING)).isPresent()
        ? Cost.SETTING
        : Cost.RESTART;
  }
}
