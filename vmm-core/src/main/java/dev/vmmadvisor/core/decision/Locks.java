package dev.vmmadvisor.core.decision;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.host.Host;
import java.util.List;
import java.util.Optional;

/** Checks which changes are prevented by settings that an administrator has locked. */
public final class Locks {

  private Locks() {}

  /**
   * Whether a locked setting prevents a change.
   *
   * @param remedy the change
   * @param host the host before the change
   */
  public static boolean isLocked(Remedy remedy, Host host) {
    List<String> locked = host.dockerDesktop().lockedSettings().orElse(List.of());
    return switch (remedy.action()) {
      case "raise-vm-memory", "lower-vm-memory" -> locked.contains("memoryMiB");
      case "select-file-sharing" -> locked.contains("fileSharing");
      case "switch-rosetta" -> locked.contains("rosettaEnabled");
      // selecting Docker VMM turns Rosetta off, which is impossible if Rosetta is locked on
      case "switch-vmm" ->
          locked.contains("vmm")
              || (remedy instanceof Remedy.SwitchVmm change
                  && change.vmm() == Vmm.DOCKER_VMM
                  && locked.contains("rosettaEnabled")
                  && host.dockerDesktop().rosettaEnabled().equals(Optional.of(true)));
      default -> false;
    };
  }
}
