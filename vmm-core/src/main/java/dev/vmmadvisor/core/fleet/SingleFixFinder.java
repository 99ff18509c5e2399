package dev.vmmadvisor.core.fleet;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Criterion;
import dev.vmmadvisor.api.advice.FleetReport.Help;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.catalog.Rule;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.core.decision.BulkAdvisor;
import dev.vmmadvisor.core.decision.DecisionSummary;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Finds the single changes that make another VMM the best. It tries each remedy of every rule that
 * counts for a VMM, and evaluates the changed host. Not safe to share between threads.
 */
final class SingleFixFinder {

  /** The actions that can be a fix, cheapest first. */
  private static final List<String> ACTIONS =
      List.of(
          "raise-vm-memory",
          "lower-vm-memory",
          "select-file-sharing",
          "switch-rosetta",
          "move-database-to-named-volume",
          "upgrade-docker-desktop",
          "upgrade-macos");

  /** The fact that each action changes. */
  private static final Map<String, Fact> CHANGED =
      Map.of(
          "raise-vm-memory", Fact.VM_MEMORY,
          "lower-vm-memory", Fact.VM_MEMORY,
          "select-file-sharing", Fact.FILE_SHARING,
          "switch-rosetta", Fact.ROSETTA_ENABLED,
          "move-database-to-named-volume", Fact.DATABASES,
          "upgrade-docker-desktop", Fact.DOCKER_DESKTOP_VERSION,
          "upgrade-macos", Fact.MACOS_VERSION);

  private static final Comparator<Help> CHEAPEST_FIRST =
      Comparator.<Help>comparingInt(help -> ACTIONS.indexOf(help.remedy().action()))
          .thenComparing(Help::vmm)
          .thenComparing(help -> help.remedy().toString());

  private final BulkAdvisor advisor;
  private final Goal goal;

  // the remedies of rules, numbered in the order of their first occurrence
  private final List<Remedy> changes = new ArrayList<>();
  private final List<BitSet> stronger = new ArrayList<>(); // of each, those that include it
  private final Map<String, BitSet> byRule = new HashMap<>(); // by code

  SingleFixFinder(BulkAdvisor advisor, Goal goal) {
    this.advisor = advisor;
    this.goal = goal;
  }

  /** The changes that fix a host, cheapest first, without switches of the VMM. */
  List<Help> of(Host host, DecisionSummary summary) {
    List<Help> all = new ArrayList<>();
    for (int index = summary.best().isPresent() ? 1 : 0; index < summary.size(); index++) {
      Vmm vmm = summary.vmm(index);
      BitSet minimal = effective(host, summary, index);
      for (int i = minimal.nextSetBit(0); i >= 0; i = minimal.nextSetBit(i + 1)) {
        advisor
            .offered(changes.get(i), vmm, host)
            .ifPresent(change -> all.add(new Help(change, vmm)));
      }
    }
    all.sort(CHEAPEST_FIRST);
    return all.stream().distinct().toList(); // different rules can lead to the same safe release
  }

  /**
   * The weakest effective changes. If a change has no effect, stronger ones of the same action are
   * tried.
   */
  private BitSet effective(Host host, DecisionSummary summary, int index) {
    Vmm vmm = summary.vmm(index);
    BitSet toTry = numbers(summary.counting(index));
    BitSet seen = (BitSet) toTry.clone();
    BitSet effective = new BitSet();
    for (int i = toTry.nextSetBit(0); i >= 0; i = toTry.nextSetBit(0)) {
      toTry.clear(i);
      Remedy change = changes.get(i);
      if (!summary.couldBeEligibleBy(Objects.requireNonNull(CHANGED.get(change.action())), index)) {
        continue;
      }
      Remedy offered = advisor.offered(change, vmm, host).orElse(null);
      if (offered == null) {
        continue;
      }
      Host changed = offered.applyTo(host);
      if (changed.equals(host) || !advisor.isFeasible(offered, host)) {
        continue;
      }
      DecisionSummary then = advisor.glance(changed, goal);
      if (then.best().equals(Optional.of(vmm))
          && !then.isFailed(0)
          && !exposesBest(summary, then)) {
        effective.set(i);
      } else {
        BitSet more = numbers(then.counting(then.place(vmm)));
        more.and(stronger.get(i));
        more.andNot(seen);
        seen.or(more);
        toTry.or(more);
      }
    }
    BitSet minimal = (BitSet) effective.clone();
    for (int i = effective.nextSetBit(0); i >= 0; i = effective.nextSetBit(i + 1)) {
      minimal.andNot(stronger.get(i));
    }
    return minimal;
  }

  /**
   * Whether another VMM becomes the best only because the current best one gets a vulnerability.
   */
  private static boolean exposesBest(DecisionSummary now, DecisionSummary then) {
    return now.best().isPresent()
        && then.behind(then.place(now.best().get())) == Criterion.SECURITY;
  }

  /** The numbers of the remedies of rules. */
  private BitSet numbers(List<Rule> rules) {
    BitSet numbers = new BitSet();
    for (Rule rule : rules) {
      numbers.or(byRule.computeIfAbsent(rule.code(), any -> numbers(rule)));
    }
    return numbers;
  }

  private BitSet numbers(Rule rule) {
    BitSet numbers = new BitSet();
    for (Remedy remedy : rule.remedies()) {
      if (ACTIONS.contains(remedy.action())) {
        numbers.set(numberOf(remedy));
      }
    }
    return numbers;
  }

  private int numberOf(Remedy change) {
    int known = changes.indexOf(change);
    if (known >= 0) {
      return known;
    }
    int number = changes.size();
    BitSet more = new BitSet();
    for (int i = 0; i < number; i++) {
      more.set(i, isWeaker(change, changes.get(i)));
      stronger.get(i).set(number, isWeaker(changes.get(i), change));
    }
    changes.add(change);
    stronger.add(more);
    return number;
  }

  /** Whether a change is weaker than another one of the same action. */
  private static boolean isWeaker(Remedy one, Remedy other) {
    if (one instanceof Remedy.RaiseVmMemory a && other instanceof Remedy.RaiseVmMemory b) {
      return a.toMiB() < b.toMiB();
    }
    if (one instanceof Remedy.LowerVmMemory a && other instanceof Remedy.LowerVmMemory b) {
      return a.toMiB() > b.toMiB();
    }
    if (one instanceof Remedy.UpgradeDockerDesktop a
        && other instanceof Remedy.UpgradeDockerDesktop b) {
      return a.to().compareTo(b.to()) < 0;
    }
    if (one instanceof Remedy.UpgradeMacOs a && other instanceof Remedy.UpgradeMacOs b) {
      return a.to().compareTo(b.to()) < 0;
    }
    return one instanceof Remedy.MoveDatabaseToNamedVolume a
        && other instanceof Remedy.MoveDatabaseToNamedVolume b
        && b.engines().containsAll(a.engines());
  }
}
