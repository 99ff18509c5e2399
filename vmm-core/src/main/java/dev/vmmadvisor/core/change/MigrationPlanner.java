package dev.vmmadvisor.core.change;

import dev.vmmadvisor.api.FileSharing;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.AnswerRenderer;
import dev.vmmadvisor.api.advice.Candidate;
import dev.vmmadvisor.api.advice.Cost;
import dev.vmmadvisor.api.advice.Criterion;
import dev.vmmadvisor.api.advice.Eligibility;
import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.advice.Obstacle;
import dev.vmmadvisor.api.advice.Outcome;
import dev.vmmadvisor.api.advice.Plan;
import dev.vmmadvisor.api.advice.RepairResult;
import dev.vmmadvisor.api.advice.Step;
import dev.vmmadvisor.api.catalog.Confidence;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.catalog.Rule;
import dev.vmmadvisor.api.catalog.RuleKind;
import dev.vmmadvisor.api.catalog.Severity;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.core.decide.DecisionEngine;
import dev.vmmadvisor.core.decide.SecurityAssessment.SafeUpgrade;
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
 * Finds the way from the present configuration to one with a given VMM.
 *
 * <p>First what has to change: what makes the VMM possible, the VMM itself, and then settings that
 * speak against it. Then the order: of all orders the first in which every state is valid; changes
 * that have no valid order one by one are made together.
 */
final class MigrationPlanner {

  /** The facts that tell what a workload needs. */
  private static final List<Fact> NEEDS =
      List.of(Fact.IMAGE_ARCHITECTURES, Fact.DATABASES, Fact.MOUNTS, Fact.TRAITS);

  private final DecisionEngine decider;
  private final Set<String> documented = new HashSet<>(); // the codes of rules of high confidence
  private final RepairFinder repairs;
  private final FeasibilityChecker feasibility;
  private final SettingsGuideIndex guides;
  private final ChangeWords words;
  private final AnswerRenderer wording;

  MigrationPlanner(
      DecisionEngine decider,
      RepairFinder repairs,
      FeasibilityChecker feasibility,
      SettingsGuideIndex guides,
      ChangeWords words,
      AnswerRenderer wording) {
    this.decider = decider;
    this.repairs = repairs;
    this.feasibility = feasibility;
    this.guides = guides;
    this.words = words;
    this.wording = wording;
    for (Rule rule : decider.rules()) {
      if (rule.confidence() == Confidence.HIGH) {
        documented.add(rule.code());
      }
    }
  }

  /** The plan where no VMM is advised: there is nothing to lead to. */
  Plan none(Host host) {
    return Plan.builder().host(host).possible(false).wording(wording).build();
  }

  /** The way to the best VMM; where the release is vulnerable, to a safe one and the best there. */
  Plan toBest(Host host, Goal goal, Optional<Vmm> best) {
    Optional<SafeUpgrade> safe = decider.security().upgrade(host, goal);
    if (safe.isPresent()) {
      return to(host, goal, safe.get().vmm(), upgrade(safe.get().release()));
    }
    return best.isPresent() ? to(host, goal, best.get(), RemedySet.NONE) : none(host);
  }

  /** The way to a VMM; where the release is vulnerable with it, to a safe one if there is a way. */
  Plan to(Host host, Goal goal, Vmm vmm) {
    Optional<Version> safe = decider.security().safeRelease(host, vmm);
    if (safe.isPresent() && !safe.equals(host.dockerDesktop().version())) {
      Plan plan = to(host, goal, vmm, upgrade(safe.get()));
      // a failed constraint blocks it in the present release as well
      if (plan.possible() || !plan.notices().isEmpty()) {
        return plan;
      }
    }
    Plan plan = inRelease(host, goal, vmm);
    Host then = plan.applyTo(host);
    // an upgrade of macOS on the way can make room for a safe release
    Optional<Version> later = decider.security().safeRelease(then, vmm);
    if (later.isPresent() && !later.equals(then.dockerDesktop().version())) {
      Plan safer = to(host, goal, vmm, upgrade(later.get()));
      return safer.possible() ? safer : plan;
    }
    return plan;
  }

  /** The way to a VMM in the present release, unless the VMM needs another one. */
  Plan inRelease(Host host, Goal goal, Vmm vmm) {
    return to(host, goal, vmm, RemedySet.NONE);
  }

  private static RemedySet upgrade(Version release) {
    return new RemedySet(List.of(new Remedy.UpgradeDockerDesktop(release)));
  }

  private Plan to(Host host, Goal goal, Vmm vmm, RemedySet first) {
    Set<Obstacle> obstacles = new LinkedHashSet<>();
    Optional<RemedySet> changes = changes(host, goal, vmm, first, obstacles);
    Plan.Builder plan = Plan.builder().host(host).vmm(vmm).obstacles(obstacles).wording(wording);
    if (changes.isEmpty()) {
      return plan.possible(false).build();
    }
    Candidate reached = decider.candidate(changes.get().applyTo(host), goal, vmm);
    plan.notices(decider.failures(List.of(reached))).possible(reached.failures().isEmpty());
    if (reached.failures().isEmpty()) {
      plan.steps(steps(host, goal, changes.get()));
      plan.undetermined(undetermined(reached));
    }
    return plan.build();
  }

  /** The unknown facts of the hard rules that leave a candidate undetermined. */
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

  /** What has to change besides some changes, or empty if something that has to cannot. */
  private Optional<RemedySet> changes(
      Host host, Goal goal, Vmm vmm, RemedySet first, Set<Obstacle> obstacles) {
    RemedySet changes = first;
    Host changed = first.applyTo(host);
    if (decider.candidate(changed, goal, vmm).eligibility() == Eligibility.INELIGIBLE) {
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
      Remedy selecting = new Remedy.SwitchVmm(vmm);
      Optional<Obstacle> obstacle = feasibility.obstacle(selecting, host);
      if (obstacle.isPresent()) {
        obstacles.add(obstacle.get());
        return Optional.empty();
      }
      changes = changes.with(selecting).orElseThrow();
    }
    return Optional.of(withSettings(host, goal, vmm, changes, obstacles));
  }

  /** Some changes and those of settings that leave less to object to the VMM after them. */
  private RemedySet withSettings(
      Host host, Goal goal, Vmm vmm, RemedySet changes, Set<Obstacle> obstacles) {
    boolean switched = changes.remedies().stream().anyMatch(Remedy.SwitchVmm.class::isInstance);
    List<Finding> objections = objections(changes.applyTo(host), goal, vmm, switched);
    for (Finding finding : objections) {
      for (Remedy remedy : rule(finding).remedies()) {
        Optional<RemedySet> more =
            isSetting(remedy, host) ? changes.with(remedy) : Optional.empty();
        if (more.isEmpty()
            || !isLess(objections(more.get().applyTo(host), goal, vmm, switched), objections)) {
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

  /** Whether some objections are fewer than others, without a new one among them. */
  private static boolean isLess(List<Finding> objections, List<Finding> others) {
    return objections.size() < others.size() && codes(others).containsAll(codes(objections));
  }

  /**
   * What a setting makes worse for a VMM.
   *
   * @param switched whether the VMM is another one than before: then a setting that is not known
   *     counts as well, if something that the workload needs depends on it
   */
  private List<Finding> objections(Host host, Goal goal, Vmm vmm, boolean switched) {
    List<Finding> objections = new ArrayList<>();
    for (Finding finding : decider.candidate(host, goal, vmm).findings()) {
      if (isSettingToChange(finding) || (switched && isSettingToMakeSureOf(finding, host, goal))) {
        objections.add(finding);
      }
    }
    return objections;
  }

  /** Whether a need of the workload depends on a setting that is not known, and on nothing else. */
  private boolean isSettingToMakeSureOf(Finding finding, Host host, Goal goal) {
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
    return decider.rules().stream()
        .filter(rule -> rule.code().equals(finding.code()))
        .findFirst()
        .orElseThrow();
  }

  /** The other values of the setting that a remedy changes. */
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
    return decider
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

  /**
   * Whether a finding is a documented objection to a setting; one that is reported changes none.
   */
  private boolean isSettingToChange(Finding finding) {
    return finding.kind() == RuleKind.SETTING
        && documented.contains(finding.code())
        && finding.outcome() == Outcome.VIOLATED
        && finding.severity().compareTo(Severity.WARNING) >= 0
        && finding.waiver().isEmpty();
  }

  private List<Step> steps(Host host, Goal goal, RemedySet changes) {
    Set<String> accepted = new HashSet<>(wrong(host, goal));
    accepted.addAll(wrong(changes.applyTo(host), goal));
    List<RemedySet> order = new ArrayList<>();
    arrange(host, goal, changes, accepted, order);
    List<Step> steps = new ArrayList<>();
    Host state = host;
    for (RemedySet part : order) {
      steps.add(step(part, state));
      state = part.applyTo(state);
    }
    return steps;
  }

  /**
   * Puts changes in an order in which no state is wrong in a new way; small parts come first. From
   * the first state on there always is one: all at once.
   */
  private boolean arrange(
      Host state, Goal goal, RemedySet open, Set<String> accepted, List<RemedySet> order) {
    if (open.remedies().isEmpty()) {
      return true;
    }
    List<RemedySet> parts = new ArrayList<>(open.properSubsets());
    parts.remove(RemedySet.NONE);
    parts.add(open);
    for (RemedySet part : parts) {
      Host next = part.applyTo(state);
      if (accepted.containsAll(wrong(next, goal))) {
        order.add(part);
        if (arrange(next, goal, open.without(part), accepted, order)) {
          return true;
        }
        order.remove(order.size() - 1);
      }
    }
    return false;
  }

  /**
   * The codes of what is wrong with a host as it is: it cannot run, or a hard rule that tells
   * whether it can failed; something harms it; settings contradict each other or have no effect.
   */
  private Set<String> wrong(Host host, Goal goal) {
    Optional<Vmm> vmm = host.dockerDesktop().vmm();
    if (vmm.isEmpty()) {
      return Set.of();
    }
    List<Finding> wrong = new ArrayList<>();
    for (Finding finding : decider.candidate(host, goal, vmm.get()).findings()) {
      if (isWrong(finding)) {
        wrong.add(finding);
      }
    }
    return codes(wrong);
  }

  private static boolean isWrong(Finding finding) {
    if (finding.outcome() == Outcome.ERROR) {
      return finding.countsFor().contains(Criterion.ELIGIBILITY);
    }
    return finding.outcome() == Outcome.VIOLATED
        && (finding.countsFor().contains(Criterion.ELIGIBILITY)
            || finding.countsFor().contains(Criterion.SECURITY)
            || finding.countsFor().contains(Criterion.HARM)
            || finding.kind() == RuleKind.SETTING);
  }

  /** Whether the way back from a change would lead to a vulnerability that the change ends. */
  private boolean isUnsafe(Remedy remedy, Host before) {
    Optional<Vmm> vmm = before.dockerDesktop().vmm();
    return remedy instanceof Remedy.UpgradeDockerDesktop
        && (vmm.isPresent()
            ? decider.security().isVulnerable(before, vmm.get())
            : Arrays.stream(Vmm.values())
                .allMatch(each -> decider.security().isVulnerable(before, each)));
  }

  /** Changes that are made together, as a step. */
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
