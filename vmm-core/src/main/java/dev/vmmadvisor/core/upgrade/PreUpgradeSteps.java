package dev.vmmadvisor.core.upgrade;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Candidate;
import dev.vmmadvisor.api.advice.Eligibility;
import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.advice.Outcome;
import dev.vmmadvisor.api.advice.Plan;
import dev.vmmadvisor.api.advice.Step;
import dev.vmmadvisor.api.advice.UpgradeTarget;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.core.change.ChangePlanner;
import dev.vmmadvisor.core.decide.DecisionEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what to do before an upgrade: macOS first, then away from a VMM that it takes. */
final class PreUpgradeSteps {

  private final DecisionEngine decider;
  private final ChangePlanner changes;

  PreUpgradeSteps(DecisionEngine decider, ChangePlanner changes) {
    this.decider = decider;
    this.changes = changes;
  }

  /** What to do before; nothing where the target does not install whatever is done. */
  List<Step> of(HostSnapshot before, HostSnapshot after, UpgradeTarget target) {
    List<Step> steps = new ArrayList<>();
    Host host = before.host();
    List<Finding> missing = missing(after);
    if (!missing.isEmpty()) {
      Optional<Step> macOs = macOs(missing, host, target);
      if (macOs.isEmpty()) {
        return List.of();
      }
      steps.add(macOs.get());
      host = macOs.get().applyTo(host);
    }
    Optional<Vmm> present = host.dockerDesktop().vmm();
    if (present.isPresent()
        && before.isPossible(present.get())
        && !after.isPossible(present.get())) {
      steps.addAll(away(host, target));
    }
    return steps;
  }

  /** What the app requires and a host does not have. */
  private static List<Finding> missing(HostSnapshot state) {
    return state.candidates().get(0).findings().stream()
        .filter(finding -> finding.outcome() == Outcome.VIOLATED && state.isOfAll(finding))
        .toList();
  }

  /** The upgrade of macOS that a release needs, if the Mac is known to run it. */
  private Optional<Step> macOs(List<Finding> missing, Host host, UpgradeTarget target) {
    Optional<Step> step =
        missing.stream()
            .flatMap(finding -> finding.remedies().stream())
            .filter(remedy -> remedy instanceof Remedy.UpgradeMacOs)
            .findFirst()
            .flatMap(remedy -> changes.step(remedy, host));
    return step.filter(
        it -> missing(HostSnapshot.of(target.applyTo(it.applyTo(host)), decider)).isEmpty());
  }

  /** The way to the best VMM that is possible now and with the target. */
  private List<Step> away(Host host, UpgradeTarget target) {
    HostSnapshot now = HostSnapshot.of(host, decider);
    HostSnapshot then = HostSnapshot.of(target.applyTo(host), decider);
    return now.candidates().stream()
        .filter(candidate -> candidate.eligibility() != Eligibility.INELIGIBLE)
        .map(Candidate::vmm)
        .filter(vmm -> then.isPossible(vmm) && !then.isFailed(vmm))
        .map(vmm -> changes.planInRelease(host, Goal.BALANCED, vmm))
        .filter(Plan::possible)
        .findFirst()
        .map(Plan::steps)
        .orElse(List.of());
  }
}
