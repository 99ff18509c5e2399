package dev.vmmadvisor.core.plan;

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
import dev.vmmadvisor.core.decision.DecisionEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Plans the steps before an upgrade: first macOS, then another VMM if the upgrade removes the
 * current one.
 */
final class PreUpgradeSteps {

  private final DecisionEngine engine;
  private final ChangePlanner changes;

  PreUpgradeSteps(DecisionEngine engine, ChangePlanner changes) {
    this.engine = engine;
    this.changes = changes;
  }

  /** The steps before an upgrade; empty if no step makes the target installable. */
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
    Optional<Vmm> current = host.dockerDesktop().vmm();
    if (current.isPresent()
        && before.isPossible(current.get())
        && !after.isPossible(current.get())) {
      steps.addAll(migration(host, target));
    }
    return steps;
  }

  /** The violated requirements of the app. */
  private static List<Finding> missing(HostSnapshot state) {
    return state.candidates().get(0).findings().stream()
        .filter(finding -> finding.outcome() == Outcome.VIOLATED && state.isOfAll(finding))
        .toList();
  }

  /** The upgrade of macOS that a release needs, if the Mac is known to support it. */
  private Optional<Step> macOs(List<Finding> missing, Host host, UpgradeTarget target) {
    Optional<Step> step =
        missing.stream()
            .flatMap(finding -> finding.remedies().stream())
            .filter(remedy -> remedy instanceof Remedy.UpgradeMacOs)
            .findFirst()
            .flatMap(remedy -> changes.step(remedy, host));
    return step.filter(
        it -> missing(HostSnapshot.of(target.applyTo(it.applyTo(host)), engine)).isEmpty());
  }

  /** The steps to the best VMM that is possible both now and with the target. */
  private List<Step> migration(Host host, UpgradeTarget target) {
    HostSnapshot now = HostSnapshot.of(host, engine);
    HostSnapshot then = HostSnapshot.of(target.applyTo(host), engine);
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
