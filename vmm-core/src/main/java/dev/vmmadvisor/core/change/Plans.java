package dev.vmmadvisor.core.change;

import dev.vmmadvisor.api.FileSharing;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Cost;
import dev.vmmadvisor.api.advice.Criterion;
import dev.vmmadvisor.api.advice.Eligibility;
import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.advice.Improvement;
import dev.vmmadvisor.api.advice.Obstacle;
import dev.vmmadvisor.api.advice.Outcome;
import dev.vmmadvisor.api.advice.Plan;
import dev.vmmadvisor.api.advice.Step;
import dev.vmmadvisor.api.advice.Wording;
import dev.vmmadvisor.api.catalog.Confidence;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.catalog.Rule;
import dev.vmmadvisor.api.catalog.RuleKind;
import dev.vmmadvisor.api.catalog.Severity;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.core.decide.Decider;
import java.util.ArrayList;
import java.util.Collections;
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
final class Plans {

  /** The facts that tell what a workload needs. */
  private static final List<Fact> NEEDS =
      List.of(Fact.IMAGE_ARCHITECTURES, Fact.DATABASES, Fact.MOUNTS, Fact.TRAITS);

  private final Decider decider;
  private final Repairs repairs;
  private final Feasibility feasibility;
  private final Guides guides;
  private final ChangeWords words;
  private final Wording wording;

  Plans(
      Decider decider,
      Repairs repairs,
      Feasibility feasibility,
      Guides guides,
      ChangeWords words,
      Wording wording) {
    this.decider = decider;
    this.repairs = repairs;
    this.feasibility = feasibility;
    this.guides = guides;
    this.words = words;
    this.wording = wording;
  }

  /** The plan where no VMM is advised: there is nothing to lead to. */
  Plan none(Host host) {
    return Plan.builder().host(host).possible(false).wording(wording).build();
  }

  /** The way to a VMM. */
  Plan to(Host host, Goal goal, Vmm vmm) {
    Set<Obstacle> obstacles = new LinkedHashSet<>();
    Optional<RemedySet> changes = changes(host, goal, vmm, obstacles);
    Plan.Builder plan =
        Plan.builder()
            .host(host)
            .vmm(vmm)
            .possible(changes.isPresent())
            .obstacles(obstacles)
            .wording(wording);
    if (changes.isPresent()) {
      plan.steps(steps(host, goal, changes.get()));
    }
    return plan.build();
  }

  /** What has to change, or empty if something that has to cannot. */
  private Optional<RemedySet> changes(Host host, Goal goal, Vmm vmm, Set<Obstacle> obstacles) {
    RemedySet changes = RemedySet.NONE;
    if (decider.candidate(host, goal, vmm).eligibility() == Eligibility.INELIGIBLE) {
      Improvement improvement = repairs.of(host, goal, vmm);
      obstacles.addAll(improvement.obstacles());
      if (improvement.repairs().isEmpty()) {
        return Optional.empty();
      }
      changes = new RemedySet(improvement.repairs().get(0).remedies());
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

  private static boolean isSettingToChange(Finding finding) {
    return finding.kind() == RuleKind.SETTING
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
   * The codes of what is wrong with a host as it is: it cannot run, something harms it, settings
   * contradict each other or have no effect.
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
    return finding.outcome() == Outcome.VIOLATED
        && (finding.countsFor().contains(Criterion.ELIGIBILITY)
            || finding.countsFor().contains(Criterion.HARM)
            || finding.kind() == RuleKind.SETTING);
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
      undo.add(0, words.undo(remedy, before));
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
