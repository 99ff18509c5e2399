package dev.vmmadvisor.core.plan;

import dev.vmmadvisor.api.FileSharing;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Candidate;
import dev.vmmadvisor.api.advice.Cost;
import dev.vmmadvisor.api.advice.Criterion;
import dev.vmmadvisor.api.advice.Eligibility;
import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.advice.Obstacle;
import dev.vmmadvisor.api.advice.Outcome;
import dev.vmmadvisor.api.advice.Plan;
import dev.vmmadvisor.api.advice.Step;
import dev.vmmadvisor.api.catalog.Confidence;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.catalog.Rule;
import dev.vmmadvisor.api.catalog.RuleKind;
import dev.vmmadvisor.api.catalog.Severity;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.core.answer.AnswerRenderer;
import dev.vmmadvisor.core.answer.PlanValue;
import dev.vmmadvisor.core.answer.RepairResult;
import dev.vmmadvisor.core.decision.DecisionEngine;
import dev.vmmadvisor.core.decision.SecurityAssessment.SafeUpgrade;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Plans the migration from the current configuration to one with a given VMM. Immutable.
 *
 * <p>First it collects the changes: those that make the VMM possible, the VMM itself, and settings
 * that violate rules about it. Then it orders them: the result is the first order in which every
 * state is valid. Changes without such an order are made together in one step.
 */
final class MigrationPlanner {

  /** The facts that describe the needs of the workload. */
  private static final List<Fact> NEEDS =
      List.of(Fact.IMAGE_ARCHITECTURES, Fact.DATABASES, Fact.MOUNTS, Fact.TRAITS);

  private final DecisionEngine engine;
  private final Set<String> documented = new HashSet<>(); // the codes of rules of high confidence
  private final RepairFinder repairs;
  private final FeasibilityChecker feasibility;
  private final SettingsGuideIndex guides;
  private final ChangeWords words;
  private final AnswerRenderer wording;

  MigrationPlanner(
      DecisionEngine engine,
      RepairFinder repairs,
      FeasibilityChecker feasibility,
      SettingsGuideIndex guides,
      ChangeWords words,
      AnswerRenderer wording) {
    this.engine = engine;
    this.repairs = repairs;
    this.feasibility = feasibility;
    this.guides = guides;
    this.words = words;
    this.wording = wording;
    for (Rule rule : engine.rules()) {
      if (rule.confidence() == Confidence.HIGH) {
        documented.add(rule.code());
      }
    }
  }

  /** The plan if no VMM is recommended: it has no steps. */
  Plan none(Host host) {
    return PlanValue.builder().host(host).possible(false).renderer(wording).build();
  }

  /**
   * The plan to the best VMM. If the release is vulnerable, the plan leads to a safe release and
   * the best VMM there.
   */
  Plan toBest(Host host, Goal goal, Optional<Vmm> best) {
    Optional<SafeUpgrade> safe = engine.security().upgrade(host, goal);
    if (safe.isPresent()) {
      return to(host, goal, safe.get().vmm(), upgrade(safe.get().release()));
    }
    return best.isPresent() ? to(host, goal, best.get(), RemedySet.NONE) : none(host);
  }

  /**
   * The plan to a VMM. If the release is vulnerable with it, the plan leads to a safe release if
   * possible.
   */
  Plan to(Host host, Goal goal, Vmm vmm) {
    Optional<Version> safe = engine.security().safeRelease(host, vmm);
    if (safe.isPresent() && !safe.equals(host.dockerDesktop().version())) {
      Plan plan = to(host, goal, vmm, upgrade(safe.get()));
      // a failed constraint prevents the plan in the current release as well
      if (plan.possible() || !plan.notices().isEmpty()) {
        return plan;
      }
    }
    Plan plan = inRelease(host, goal, vmm);
    Host then = plan.applyTo(host);
    // an upgrade of macOS in the plan can make a safe release installable
    Optional<Version> later = engine.security().safeRelease(then, vmm);
    if (later.isPresent() && !later.equals(then.dockerDesktop().version())) {
      Plan safer = to(host, goal, vmm, upgrade(later.get()));
      return safer.possible() ? safer : plan;
    }
    return plan;
  }

  /** The plan to a VMM in the current release, unless the VMM needs another one. */
  Plan inRelease(Host host, Goal goal, Vmm vmm) {
    return to(host, goal, vmm, RemedySet.NONE);
  }

  private static RemedySet upgrade(Version release) {
    return new RemedySet(List.of(new Remedy.UpgradeDockerDesktop(release)));
  }

  private Plan to(Host host, Goal goal, Vmm vmm, RemedySet first) {
    Set<Obstacle> obstacles = new LinkedHashSet<>();
    Optional<RemedySet> changes = changes(host, goal, vmm, first, obstacles);
    PlanValue.Builder plan =
        PlanValue.builder().host(host).vmm(vmm).obstacles(obstacles).renderer(wording);
    if (changes.isEmpty()) {
      return plan.possible(false).build();
    }
    Candidate reached = engine.candidate(changes.get().applyTo(host), goal, vmm);
    plan.notices(engine.failures(List.of(reached))).possible(reached.failures().isEmpty());
    if (reached.failures().isEmpty()) {
      plan.steps(steps(host, goal, changes.get()));
      plan.undetermined(undetermined(reached));
    }
    return plan.build();
  }

  /** The unknown facts of the hard rules that make a candidate undetermined. */
  private static Set<Fact> undetermined(Candidate candidate) {
    Set<Fact> facts = EnumSet.noneOf(Fact.class);
    for (Finding finding : candidate.findings()) {
      if (finding.outcome() == Outcome.UNKNOWN
          && finding.countsFor().contains(Criterion.ELIGIBILITY)) {
        for (Fact fact : finding.facts()) {
          if (!finding.parameters().containsKey(fact.path())) {
            facts.add(fact);
          }
        }
      }
    }
    return candidate.eligibility() == Eligibility.UNDETERMINED ? facts : Set.of();
  }

  /** The required changes, including given ones; empty if a required change is impossible. */
  private Optional<RemedySet> changes(
      Host host, Goal goal, Vmm vmm, RemedySet first, Set<Obstacle> obstacles) {
    RemedySet changes = first;
    Host changed = first.applyTo(host);
    if (engine.candidate(changed, goal, vmm).eligibility() == Eligibility.INELIGIBLE) {
      RepairResult improvement = repairs.of(changed, goal, vmm);
      obstacles.addAll(improvement.obstacles());
      if (improvement.repairs().isEmpty()) {
        if (!host.dockerDesktop().vmm().equals(Optional.of(vmm))) {
          feasibility.obstacle(new Remedy.SwitchVmm(vmm), host).ifPresent(obstacles::add);
        }
        return Optional.empty();
      }
      for (Remedy remedy : improvement.repairs().get(0).remedies()) {
        Optional<RemedySet> more = changes.with(remedy);
        if (more.isEmpty()) {
          return Optional.empty();
        }
        changes = more.get();
      }
    }
    if (!host.dockerDesktop().vmm().equals(Optional.of(vmm))) {
      Remedy switchVmm = new Remedy.SwitchVmm(vmm);
      Optional<Obstacle> obstacle = feasibility.obstacle(switchVmm, host);
      if (obstacle.isPresent()) {
        obstacles.add(obstacle.get());
        return Optional.empty();
      }
      changes = changes.with(switchVmm).orElseThrow();
    }
    return Optional.of(withSettings(host, goal, vmm, changes, obstacles));
  }

  /** The changes, with those of settings that reduce the objections to the VMM. */
  private RemedySet withSettings(
      Host host, Goal goal, Vmm vmm, RemedySet changes, Set<Obstacle> obstacles) {
    boolean switched = changes.remedies().stream().anyMatch(Remedy.SwitchVmm.class::isInstance);
    List<Finding> objections = objections(changes.applyTo(host), goal, vmm, switched);
    for (Finding finding : objections) {
      for (Remedy remedy : rule(finding).remedies()) {
        Optional<RemedySet> more =
            isSetting(remedy, host) ? changes.with(remedy) : Optional.empty();
        if (more.isEmpty()
            || !isImprovement(
                objections(more.get().applyTo(host), goal, vmm, switched), objections)) {
          continue;
        }
        Optional<Obstacle> obstacle = feasibility.obstacle(remedy, host);
        if (obstacle.isEmpty()) {
          return withSettings(host, goal, vmm, more.get(), obstacles);
        }
        obstacles.add(obstacle.get());
      }
    }
    return changes;
  }

  private boolean isSetting(Remedy remedy, Host host) {
    return !(remedy instanceof Remedy.SwitchVmm) && guides.guide(remedy, host).isPresent();
  }

  /** Whether there are fewer objections than before, and no new one. */
  private static boolean isImprovement(List<Finding> objections, List<Finding> others) {
    return objections.size() < others.size() && codes(others).containsAll(codes(objections));
  }

  /**
   * The findings about settings that are adverse to a VMM.
   *
   * @param switched whether the VMM changes; then an unknown setting counts as well, if a need of
   *     the workload depends on it
   */
  private List<Finding> objections(Host host, Goal goal, Vmm vmm, boolean switched) {
    List<Finding> objections = new ArrayList<>();
    for (Finding finding : engine.candidate(host, goal, vmm).findings()) {
      if (isSettingToChange(finding) || (switched && isUnknownSettingOfNeed(finding, host, goal))) {
        objections.add(finding);
      }
    }
    return objections;
  }

  /** Whether a need of the workload depends on an unknown setting alone. */
  private boolean isUnknownSettingOfNeed(Finding finding, Host host, Goal goal) {
    if (finding.kind() != RuleKind.SETTING
        || finding.outcome() != Outcome.UNKNOWN
        || finding.severity().compareTo(Severity.WARNING) < 0
        || finding.waiver().isPresent()
        || Collections.disjoint(finding.facts(), NEEDS)) {
      return false;
    }
    Rule rule = rule(finding);
    for (Remedy remedy : rule.remedies()) {
      for (Remedy other : others(remedy)) {
        if (rule.confidence() == Confidence.HIGH
            && isViolated(finding, other.applyTo(host), goal)) {
          return true;
        }
      }
    }
    return false;
  }

  private Rule rule(Finding finding) {
    return engine.rules().stream()
        .filter(rule -> rule.code().equals(finding.code()))
        .findFirst()
        .orElseThrow();
  }

  /** The remedies that set other values of the same setting. */
  private static List<Remedy> others(Remedy remedy) {
    List<Remedy> others = new ArrayList<>();
    if (remedy instanceof Remedy.SwitchRosetta rosetta) {
      others.add(new Remedy.SwitchRosetta(!rosetta.on()));
    } else if (remedy instanceof Remedy.SelectFileSharing choice) {
      for (FileSharing other : FileSharing.values()) {
        if (other != choice.fileSharing()) {
          others.add(new Remedy.SelectFileSharing(other));
        }
      }
    }
    return others;
  }

  private boolean isViolated(Finding finding, Host host, Goal goal) {
    return engine
        .candidate(host, goal, finding.vmm())
        .finding(finding.code())
        .filter(other -> other.outcome() == Outcome.VIOLATED)
        .isPresent();
  }

  private static Set<String> codes(List<Finding> findings) {
    Set<String> codes = new HashSet<>();
    for (Finding finding : findings) {
      codes.add(finding.code());
    }
    return codes;
  }

  /** Whether a finding is a violated rule about a setting, of high confidence. */
  private boolean isSettingToChange(Finding finding) {
    return finding.kind() == RuleKind.SETTING
        && documented.contains(finding.code())
        && finding.outcome() == Outcome.VIOLATED
        && finding.severity().compareTo(Severity.WARNING) >= 0
        && finding.waiver().isEmpty();
  }

  private List<Step> steps(Host host, Goal goal, RemedySet changes) {
    Set<String> accepted = new HashSet<>(problems(host, goal));
    accepted.addAll(problems(changes.applyTo(host), goal));
    List<RemedySet> order = new ArrayList<>();
    findOrder(host, goal, changes, accepted, order);
    List<Step> steps = new ArrayList<>();
    Host state = host;
    for (RemedySet part : order) {
      steps.add(step(part, state));
      state = part.applyTo(state);
    }
    return steps;
  }

  /**
   * Orders changes so that no state has a new problem; smaller steps come first. One step with all
   * changes always satisfies this from the initial state.
   */
  private boolean findOrder(
      Host state, Goal goal, RemedySet remaining, Set<String> accepted, List<RemedySet> order) {
    if (remaining.remedies().isEmpty()) {
      return true;
    }
    List<RemedySet> parts = new ArrayList<>(remaining.properSubsets());
    parts.remove(RemedySet.NONE);
    parts.add(remaining);
    for (RemedySet part : parts) {
      Host next = part.applyTo(state);
      if (accepted.containsAll(problems(next, goal))) {
        order.add(part);
        if (findOrder(next, goal, remaining.without(part), accepted, order)) {
          return true;
        }
        order.remove(order.size() - 1);
      }
    }
    return false;
  }

  /**
   * The codes of the problems of a host as it is: the VMM cannot run, or a hard constraint about it
   * failed; an issue harms it; settings contradict each other or have no effect.
   */
  private Set<String> problems(Host host, Goal goal) {
    Optional<Vmm> vmm = host.dockerDesktop().vmm();
    if (vmm.isEmpty()) {
      return Set.of();
    }
    List<Finding> problems = new ArrayList<>();
    for (Finding finding : engine.candidate(host, goal, vmm.get()).findings()) {
      if (isProblem(finding)) {
        problems.add(finding);
      }
    }
    return codes(problems);
  }

  private static boolean isProblem(Finding finding) {
    if (finding.outcome() == Outcome.ERROR) {
      return finding.countsFor().contains(Criterion.ELIGIBILITY);
    }
    return finding.outcome() == Outcome.VIOLATED
        && (finding.countsFor().contains(Criterion.ELIGIBILITY)
            || finding.countsFor().contains(Criterion.SECURITY)
            || finding.countsFor().contains(Criterion.HARM)
            || finding.kind() == RuleKind.SETTING);
  }

  /**
   * Whether reverting a change would expose the host to a vulnerability that the change removes.
   */
  private boolean isUnsafe(Remedy remedy, Host before) {
    Optional<Vmm> vmm = before.dockerDesktop().vmm();
    return remedy instanceof Remedy.UpgradeDockerDesktop
        && (vmm.isPresent()
            ? engine.security().isVulnerable(before, vmm.get())
            : Arrays.stream(Vmm.values())
                .allMatch(each -> engine.security().isVulnerable(before, each)));
  }

  /** Changes that are made together, as one step. */
  Step step(RemedySet part, Host before) {
    Map<String, Object> settings = new LinkedHashMap<>();
    List<String> instructions = new ArrayList<>();
    List<String> atRisk = new ArrayList<>();
    List<String> undo = new ArrayList<>();
    for (Remedy remedy : part.remedies()) {
      settings.putAll(SettingKeys.of(remedy, before));
      instructions.add(words.instruction(remedy, guides.guide(remedy, before), before));
      atRisk.addAll(words.atRisk(remedy, before));
      undo.add(0, isUnsafe(remedy, before) ? words.noWayBack(before) : words.undo(remedy, before));
    }
    Cost cost = guides.cost(part.remedies(), before);
    return new Step(
        part.remedies(),
        cost,
        cost != Cost.SETTING,
        settings,
        String.join(" ", instructions),
        atRisk,
        String.join(" ", undo));
  }
}
