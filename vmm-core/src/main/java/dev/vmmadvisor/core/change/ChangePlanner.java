package dev.vmmadvisor.core.change;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.AnswerRenderer;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.advice.Plan;
import dev.vmmadvisor.api.advice.RepairResult;
import dev.vmmadvisor.api.advice.Step;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.core.decide.DecisionEngine;
import java.util.List;
import java.util.Optional;

/** What can be changed about hosts. Immutable and safe to share between threads. */
public final class ChangePlanner {

  private final FeasibilityChecker feasibility;
  private final RepairFinder repairs;
  private final MigrationPlanner plans;

  /**
   * Makes them.
   *
   * @param catalog the catalog that the decider answers out of
   * @param decider tells what a changed host would get
   * @param words the words for changes
   * @param wording the words for whole plans
   */
  public ChangePlanner(
      Catalog catalog, DecisionEngine decider, ChangeWords words, AnswerRenderer wording) {
    this.feasibility = new FeasibilityChecker(catalog, words);
    SettingsGuideIndex guides = new SettingsGuideIndex(catalog.guides());
    this.repairs = new RepairFinder(decider, feasibility, guides, words);
    this.plans = new MigrationPlanner(decider, repairs, feasibility, guides, words, wording);
  }

  /** Whether nothing that is known stands in the way of a change. */
  public boolean isFeasible(Remedy remedy, Host host) {
    return feasibility.obstacle(remedy, host).isEmpty();
  }

  /** What can be done for a candidate. */
  public RepairResult improvement(Host host, Goal goal, Vmm vmm) {
    return repairs.of(host, goal, vmm);
  }

  /**
   * The way to the advised configuration of a host: to the best VMM or, if the release has a
   * vulnerability that a later one fixes, to that release and the best VMM there. Without steps if
   * there is no best.
   */
  public Plan planToBest(Host host, Goal goal, Optional<Vmm> best) {
    return plans.toBest(host, goal, best);
  }

  /** The way to a VMM, away from a release with a vulnerability that a later one fixes. */
  public Plan planTo(Host host, Goal goal, Vmm vmm) {
    return plans.to(host, goal, vmm);
  }

  /** The way to a VMM in the present release, unless the VMM needs another one. */
  public Plan planInRelease(Host host, Goal goal, Vmm vmm) {
    return plans.inRelease(host, goal, vmm);
  }

  /** One change as a step, or empty if something that is known stands in its way. */
  public Optional<Step> step(Remedy remedy, Host host) {
    return isFeasible(remedy, host)
        ? Optional.of(plans.step(new RemedySet(List.of(remedy)), host))
        : Optional.empty();
  }

  /** Whether a Mac is known to run a macOS: the one it has, of the same number, or a known one. */
  public boolean isShownToRun(Version macOs, Host host) {
    return feasibility.isShownToRun(macOs, host);
  }
}
