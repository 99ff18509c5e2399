package dev.vmmadvisor.api.catalog;

import dev.vmmadvisor.api.Vmm;
import java.util.Objects;

/**
 * A VMM that a layer forbids: it is ineligible on every host.
 *
 * @param vmm the VMM
 * @param reason why, in one English sentence
 */
public record ForbiddenVmm(Vmm vmm, String reason) {

  /**
   * Creates the value.
   *
   * @param vmm the VMM
   * @param reason why
   */
  public ForbiddenVmm {
    Objects.requireNonNull(vmm, "vmm");
    Objects.requireNonNull(reason, "reason");
  }
}
