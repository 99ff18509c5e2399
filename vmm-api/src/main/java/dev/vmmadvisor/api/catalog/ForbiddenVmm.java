package dev.vmmadvisor.api.catalog;

import dev.vmmadvisor.api.Vmm;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a layer forbids: a VMM, every VMM in some phases, or a VMM while it is in one of them. A
 * forbidden VMM is ineligible.
 *
 * @param vmm the VMM, or empty for every VMM in the phases
 * @param phases the phases in which it is forbidden, such as {@link Phase#BETA}; empty for all
 * @param when the hosts on which it is forbidden, or empty for all hosts
 * @param forbiddenIfUnknown whether it is forbidden if a fact that decides this is unknown; if
 *     empty, the VMM is undetermined then
 * @param reason why, in one English sentence
 */
public record ForbiddenVmm(
    Optional<Vmm> vmm,
    List<Phase> phases,
    Optional<Condition> when,
    Optional<Boolean> forbiddenIfUnknown,
    String reason) {

  /**
   * Creates the value.
   *
   * @param vmm the VMM
   * @param phases the phases
   * @param when the hosts
   * @param forbiddenIfUnknown whether unknown facts forbid
   * @param reason why
   * @throws IllegalArgumentException if there are neither a VMM nor phases
   */
  public ForbiddenVmm {
    Objects.requireNonNull(vmm, "vmm");
    Objects.requireNonNull(phases, "phases");
    Objects.requireNonNull(when, "when");
    Objects.requireNonNull(forbiddenIfUnknown, "forbiddenIfUnknown");
    Objects.requireNonNull(reason, "reason");
    phases = List.copyOf(phases);
    if (vmm.isEmpty() && phases.isEmpty()) {
      throw new IllegalArgumentException("neither a VMM nor phases");
    }
  }

  /**
   * Creates the value for a VMM that is forbidden on every host.
   *
   * @param vmm the VMM
   * @param reason why
   */
  public ForbiddenVmm(Vmm vmm, String reason) {
    this(
        Optional.of(Objects.requireNonNull(vmm, "vmm")),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        reason);
  }
}
