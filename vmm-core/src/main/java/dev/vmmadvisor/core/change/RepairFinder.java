package dev.vmmadvisor.core.change;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Candidate;
import dev.vmmadvisor.api.advice.Criterion;
import dev.vmmadvisor.api.advice.Eligibility;
import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.advice.Obstacle;
import dev.vmmadvisor.api.advice.Outcome;
import dev.vmmadvisor.api.advice.Repair;
import dev.vmmadvisor.api.advice.RepairResult;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.core.decide.DecisionEngine;
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
 * Searches for the smallest sets of changes that help a candidate.
 *
 * <p>It goes by what speaks against the candidate: of every finding that holds it back it tries
 * each remedy, looks what then still holds it back, and so on. What it finds is made smaller until
 * no change can be left out.
 */
final class RepairFinder {

  private static final int MAX_CHANGES = 4;
  private static final int MAX_STATES = 200;

  private final DecisionEngine decider;
  private final FeasibilityChecker feasibility;
  private final SettingsGuideIndex guides;
  private final ChangeWords words;

  RepairFinder(
      DecisionEngine decider,
      FeasibilityChecker feasibility,
      SettingsGuideIndex guides,
      ChangeWords words) {
    this.decider = decider;
    this.feasibility = feasibility;
    this.guides = guides;
    this.words = words;
  }

  /** What changes are to reach. */
  private enum Aim {
    /** That nothing rules the candidate out. */
    POSSIBLE,
    /** That it is the best. */
    FIRST
  }

  RepairResult of(Host host, Goal goal, Vmm vmm) {
    return new Search(host, goal, vmm).improvement();
  }

  /** A search for one candidate of one host. */
  private final class Search {

    private final Host host;
    private final Goal goal;
    private final Vmm vmm;
    private final Optional<Vmm> best;
    private final Map<RemedySet, Candidate> candidates = new HashMap<>();
    private final Set<Obstacle> obstacles = new LinkedHashSet<>();

    Search(Host host, Goal goal, Vmm vmm) {
      this.host = host;
      this.goal = goal;
      this.vmm = vmm;
      this.best = decider.glance(host, goal).best();
    }

    RepairResult improvement() {
      Set<RemedySet> found = new LinkedHashSet<>(smallest(Aim.POSSIBLE));
      found.addAll(smallest(Aim.FIRST));
      List<Repair> repairs = new ArrayList<>();
      for (RemedySet set : found) {
        repairs.add(repair(set));
      }
      repairs.sort(
          Comparator.comparing(Repair::cost).thenComparingInt(repair -> repair.remedies().size()));
      return new RepairResult(repairs, List.copyOf(obstacles));
    }

    /** The smallest sets of changes that reach an aim; none if it is reached without any. */
    private Set<RemedySet> smallest(Aim aim) {
      Set<RemedySet> smallest = new LinkedHashSet<>();
      for (RemedySet set : sets(aim)) {
        boolean isSmallest = true;
        for (RemedySet part : set.properSubsets()) {
          if (isReached(part, aim)) {
            smallest.add(part);
            isSmallest = false;
          }
        }
        if (isSmallest) {
          smallest.add(set);
        }
      }
      smallest.removeIf(set -> isMoreThanNeeded(set, smallest));
      return smallest.contains(RemedySet.NONE) ? Set.of() : smallest;
    }

    /** Whether one of some sets does with less than another set. */
    private static boolean isMoreThanNeeded(RemedySet set, Set<RemedySet> others) {
      for (RemedySet other : others) {
        if (other.isLessThan(set) || (other.size() < set.size() && set.containsAll(other))) {
          return true;
        }
      }
      return false;
    }

    /** Sets of changes that reach an aim, found by following what holds the candidate back. */
    private List<RemedySet> sets(Aim aim) {
      List<RemedySet> found = new ArrayList<>();
      Set<RemedySet> seen = new HashSet<>();
      Queue<RemedySet> open = new ArrayDeque<>();
      open.add(RemedySet.NONE);
      while (!open.isEmpty() && seen.size() < MAX_STATES) {
        RemedySet set = open.remove();
        if (isReached(set, aim)) {
          found.add(set);
        } else if (set.size() < MAX_CHANGES) {
          for (Remedy remedy : remedies(set, aim)) {
            Optional<RemedySet> more = set.with(remedy);
            if (more.isPresent() && seen.add(more.get())) {
              open.add(more.get());
            }
          }
        }
      }
      return found;
    }

    /** What would help against what still holds the candidate back after some changes. */
    private List<Remedy> remedies(RemedySet set, Aim aim) {
      Host changed = set.applyTo(host);
      List<Remedy> remedies = new ArrayList<>();
      for (Finding finding : candidate(set).findings()) {
        if (finding.outcome() == Outcome.VIOLATED && holdsBack(finding, aim)) {
          for (Remedy remedy : finding.remedies()) {
            if (isOffered(remedy, changed)) {
              remedies.add(remedy);
            }
          }
        }
      }
      return remedies;
    }

    private boolean holdsBack(Finding finding, Aim aim) {
      return aim == Aim.FIRST
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
          && (aim == Aim.POSSIBLE || (candidate.rank() == 1 && !exposesBest(set)));
    }

    /** Whether a candidate would be the best only as the present one gets a vulnerability. */
    private boolean exposesBest(RemedySet set) {
      Optional<Vmm> present = best.or(host.dockerDesktop()::vmm);
      if (present.isEmpty() || present.get() == vmm) {
        return false;
      }
      Candidate then = decider.candidate(set.applyTo(host), goal, present.get());
      return then.comparedWithBest() == Criterion.SECURITY
          && !exposures(decider.candidate(host, goal, present.get())).containsAll(exposures(then));
    }

    /** The codes of the vulnerabilities that count against a candidate. */
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
          set, changes -> decider.candidate(changes.applyTo(host), goal, vmm));
    }

    private Repair repair(RemedySet set) {
      Candidate before = candidate(RemedySet.NONE);
      Candidate after = candidate(set);
      return new Repair(
          set.remedies(),
          after.eligibility(),
          after.rank() == 1,
          guides.cost(set.remedies(), host),
          newlyFine(before, after),
          newlyFine(after, before),
          words.repair(set.remedies(), host));
    }

    /** The codes of what speaks against one candidate and not against the other. */
    private static List<String> newlyFine(Candidate before, Candidate after) {
      List<String> fine = against(before);
      fine.removeAll(against(after));
      return List.copyOf(fine);
    }

    private static List<String> against(Candidate candidate) {
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
