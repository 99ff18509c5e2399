package dev.vmmadvisor.core.plan;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Candidate;
import dev.vmmadvisor.api.advice.Criterion;
import dev.vmmadvisor.api.advice.Eligibility;
import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.advice.Obstacle;
import dev.vmmadvisor.api.advice.Outcome;
import dev.vmmadvisor.api.advice.Repair;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.core.answer.RepairResult;
import dev.vmmadvisor.core.decision.DecisionEngine;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;

/**
 * Finds the minimal sets of changes that improve a candidate.
 *
 * <p>A breadth-first search tries each remedy of every adverse finding, evaluates the changed host,
 * and continues with the findings that remain. Each set that is found is reduced to its minimal
 * subsets.
 */
final class RepairFinder {

  private static final int MAX_CHANGES = 4;
  private static final int MAX_STATES = 200;

  private final DecisionEngine engine;
  private final FeasibilityChecker feasibility;
  private final SettingsGuideIndex guides;
  private final ChangeWords words;

  RepairFinder(
      DecisionEngine engine,
      FeasibilityChecker feasibility,
      SettingsGuideIndex guides,
      ChangeWords words) {
    this.engine = engine;
    this.feasibility = feasibility;
    this.guides = guides;
    this.words = words;
  }

  /** The aim of a set of changes. */
  private enum Aim {
    /** No rule excludes the candidate. */
    ELIGIBLE,
    /** The candidate is the best one. */
    BEST
  }

  RepairResult of(Host host, Goal goal, Vmm vmm) {
    return new RepairSearch(host, goal, vmm).improvement();
  }

  /** The search for one candidate of one host. */
  private final class RepairSearch {

    private final Host host;
    private final Goal goal;
    private final Vmm vmm;
    private final Optional<Vmm> best;
    private final Map<RemedySet, Candidate> candidates = new HashMap<>();
    private final Set<Obstacle> obstacles = new LinkedHashSet<>();

    RepairSearch(Host host, Goal goal, Vmm vmm) {
      this.host = host;
      this.goal = goal;
      this.vmm = vmm;
      this.best = engine.glance(host, goal).best();
    }

    RepairResult improvement() {
      Set<RemedySet> found = new LinkedHashSet<>(minimalSets(Aim.ELIGIBLE));
      found.addAll(minimalSets(Aim.BEST));
      List<Repair> repairs = new ArrayList<>();
      for (RemedySet set : found) {
        repairs.add(repair(set));
      }
      repairs.sort(
          Comparator.comparing(Repair::cost).thenComparingInt(repair -> repair.remedies().size()));
      return new RepairResult(repairs, List.copyOf(obstacles));
    }

    /** The minimal sets of changes that reach an aim; empty if it is reached without changes. */
    private Set<RemedySet> minimalSets(Aim aim) {
      Set<RemedySet> minimal = new LinkedHashSet<>();
      for (RemedySet set : sets(aim)) {
        boolean isMinimal = true;
        for (RemedySet part : set.properSubsets()) {
          if (isReached(part, aim)) {
            minimal.add(part);
            isMinimal = false;
          }
        }
        if (isMinimal) {
          minimal.add(set);
        }
      }
      minimal.removeIf(set -> isRedundant(set, minimal));
      return minimal.contains(RemedySet.NONE) ? Set.of() : minimal;
    }

    /** Whether another set is weaker or a subset. */
    private static boolean isRedundant(RemedySet set, Set<RemedySet> others) {
      for (RemedySet other : others) {
        if (other.isWeakerThan(set) || (other.size() < set.size() && set.containsAll(other))) {
          return true;
        }
      }
      return false;
    }

    /** Sets of changes that reach an aim, found breadth-first. */
    private List<RemedySet> sets(Aim aim) {
      List<RemedySet> found = new ArrayList<>();
      Set<RemedySet> seen = new HashSet<>();
      Queue<RemedySet> queue = new ArrayDeque<>();
      queue.add(RemedySet.NONE);
      while (!queue.isEmpty() && seen.size() < MAX_STATES) {
        RemedySet set = queue.remove();
        if (isReached(set, aim)) {
          found.add(set);
        } else if (set.size() < MAX_CHANGES) {
          for (Remedy remedy : remedies(set, aim)) {
            Optional<RemedySet> more = set.with(remedy);
            if (more.isPresent() && seen.add(more.get())) {
              queue.add(more.get());
            }
          }
        }
      }
      return found;
    }

    /** The remedies of the adverse findings that remain after some changes. */
    private List<Remedy> remedies(RemedySet set, Aim aim) {
      Host changed = set.applyTo(host);
      List<Remedy> remedies = new ArrayList<>();
      for (Finding finding : candidate(set).findings()) {
        if (finding.outcome() == Outcome.VIOLATED && isObjection(finding, aim)) {
          for (Remedy remedy : finding.remedies()) {
            if (isOffered(remedy, changed)) {
              remedies.add(remedy);
            }
          }
        }
      }
      return remedies;
    }

    private boolean isObjection(Finding finding, Aim aim) {
      return aim == Aim.BEST
          ? !finding.countsFor().isEmpty()
          : finding.countsFor().contains(Criterion.ELIGIBILITY);
    }

    private boolean isOffered(Remedy remedy, Host changed) {
      if (remedy instanceof Remedy.SwitchVmm || remedy.applyTo(changed).equals(changed)) {
        return false;
      }
      Optional<Obstacle> obstacle = feasibility.obstacle(remedy, changed);
      if (obstacle.isPresent()) {
        obstacles.add(obstacle.get());
      }
      return obstacle.isEmpty();
    }

    private boolean isReached(RemedySet set, Aim aim) {
      Candidate candidate = candidate(set);
      return candidate.eligibility() != Eligibility.INELIGIBLE
          && (aim == Aim.ELIGIBLE || (candidate.rank() == 1 && !exposesBest(set)));
    }

    /**
     * Whether the candidate becomes the best only because the current best VMM gets a
     * vulnerability.
     */
    private boolean exposesBest(RemedySet set) {
      Optional<Vmm> current = best.or(host.dockerDesktop()::vmm);
      if (current.isEmpty() || current.get() == vmm) {
        return false;
      }
      Candidate then = engine.candidate(set.applyTo(host), goal, current.get());
      return then.comparedWithBest() == Criterion.SECURITY
          && !exposures(engine.candidate(host, goal, current.get())).containsAll(exposures(then));
    }

    /** The codes of the vulnerabilities that count for a candidate. */
    private static Set<String> exposures(Candidate candidate) {
      Set<String> codes = new HashSet<>();
      for (Finding finding : candidate.findings()) {
        if (finding.outcome() == Outcome.VIOLATED
            && finding.countsFor().contains(Criterion.SECURITY)) {
          codes.add(finding.code());
        }
      }
      return codes;
    }

    private Candidate candidate(RemedySet set) {
      return candidates.computeIfAbsent(
          set, changes -> engine.candidate(changes.applyTo(host), goal, vmm));
    }

    private Repair repair(RemedySet set) {
      Candidate before = candidate(RemedySet.NONE);
      Candidate after = candidate(set);
      return new Repair(
          set.remedies(),
          after.eligibility(),
          after.rank() == 1,
          guides.cost(set.remedies(), host),
          resolved(before, after),
          resolved(after, before),
          words.repair(set.remedies(), host));
    }

    /** The codes of the findings that are violated by one candidate and not by the other. */
    private static List<String> resolved(Candidate before, Candidate after) {
      List<String> removed = violated(before);
      removed.removeAll(violated(after));
      return List.copyOf(removed);
    }

    private static List<String> violated(Candidate candidate) {
      List<String> codes = new ArrayList<>();
      for (Finding finding : candidate.findings()) {
        if (finding.outcome() == Outcome.VIOLATED) {
          codes.add(finding.code());
        }
      }
      return codes;
    }
  }
}
