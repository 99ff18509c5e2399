package dev.vmmadvisor.core.plan;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.advice.Plan;
import dev.vmmadvisor.api.advice.Step;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.core.answer.AnswerRenderer;
import dev.vmmadvisor.core.answer.RepairResult;
import dev.vmmadvisor.core.decision.DecisionEngine;
import java.util.List;
import java.util.Optional;

/**
 * Plans changes of hosts: repairs, migrations and single steps. Immutable and safe to share between
 * threads.
 */
public final class ChangePlanner {

  private final FeasibilityChecker feasibility;
  private final RepairFinder repairs;
  private final MigrationPlanner plans;

  /**
   * Creates a planner.
   *
   * @param catalog the catalog of the engine
   * @param engine decides about changed hosts
   * @param words the texts of changes
   * @param wording the renderer of whole plans
   */
  public ChangePlanner(
      Catalog catalog, DecisionEngine engine, ChangeWords words, AnswerRenderer wording) {
    this.feasibility = new FeasibilityChecker(catalog, words);
    SettingsGuideIndex guides = new SettingsGuideIndex(catalog.guides());
    this.repairs = new RepairFinder(engine, feasibility, guides, words);
    this.plans = new MigrationPlanner(engine, repairs, feasibility, guides, words, wording);
  }

  /** Whether no known fact prevents a change. */
  public boolean isFeasible(Remedy remedy, Host host) {
    return feasibility.obstacle(remedy, host).isEmpty();
  }

  /** The repairs of a candidate, and the obstacles to further ones. */
  public RepairResult improvement(Host host, Goal goal, Vmm vmm) {
    return repairs.of(host, goal, vmm);
  }

  /**
   * The plan to the recommended configuration of a host: to the best VMM or, if the release has a
   * vulnerability that a later one fixes, to that release and the best VMM there. A plan without
   * steps if there is no best VMM.
   */
  public Plan planToBest(Host host, Goal goal, Optional<Vmm> best) {
    return plans.toBest(host, goal, best);
  }

  /** The plan to a VMM, in a release without a vulnerability that a later one fixes. */
  public Plan planTo(Host host, Goal goal, Vmm vmm) {
    return plans.to(host, goal, vmm);
  }

  /** The plan to a VMM in the current release, unless the VMM needs another one. */
  public Plan planInRelease(Host host, Goal goal, Vmm vmm) {
    return plans.inRelease(host, goal, vmm);
  }

  /** One change as a step; empty if a known fact prevents it. */
  public Optional<Step> step(Remedy remedy, Host host) {
    return isFeasible(remedy, host)
        ? Optional.of(plans.step(new RemedySet(List.of(remedy)), host))
        : Optional.empty();
  }

  /**
   * Whether a Mac is known to support a macOS version: it runs the same major version, or the
   * catalog lists the version for its architecture.
   */
  public boolean isShownToRun(Version macOs, Host host) {
    return feasibility.isShownToRun(macOs, host);
  }
}
