package dev.vmmadvisor.core.fleet;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Criterion;
import dev.vmmadvisor.api.advice.FleetReport.Help;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.catalog.Rule;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.core.decide.BulkAdvisor;
import dev.vmmadvisor.core.decide.DecisionSummary;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Searches for the changes that make another VMM the best, each by itself: of every rule that
 * counts against a VMM it tries each remedy and looks what is the best then.
 */
final class SingleFixFinder {

  /** What can be changed, the cheapest first. */
  private static final List<String> ACTIONS =
      List.of(
          "raise-vm-memory",
          "lower-vm-memory",
          "select-file-sharing",
          "switch-rosetta",
          "move-database-to-named-volume",
          "upgrade-docker-desktop",
          "upgrade-macos");

  /** The fact that each of them changes. */
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

  private final BulkAdvisor surveyor;
  private final Goal goal;

  // the changes that rules name, by numbers that they get when they are met first
  private final List<Remedy> changes = new ArrayList<>();
  private final List<BitSet> asksForMore = new ArrayList<>();
  private final Map<String, BitSet> ofRules = new HashMap<>(); // by their codes

  SingleFixFinder(BulkAdvisor surveyor, Goal goal) {
    this.surveyor = surveyor;
    this.goal = goal;
  }

  /** The changes that help a host, the cheapest first; a switch of the VMM is none of them. */
  List<Help> of(Host host, DecisionSummary glance) {
    List<Help> all = new ArrayList<>();
    for (int place = glance.best().isPresent() ? 1 : 0; place < glance.size(); place++) {
      Vmm vmm = glance.vmm(place);
      BitSet least = helping(host, glance, place);
      for (int i = least.nextSetBit(0); i >= 0; i = least.nextSetBit(i + 1)) {
        surveyor
            .offered(changes.get(i), vmm, host)
            .ifPresent(change -> all.add(new Help(change, vmm)));
      }
    }
    all.sort(CHEAPEST_FIRST);
    return all.stream().distinct().toList(); // rules of one VMM can lead to the same safe release
  }

  /**
   * Tries each change that could help, and where one is not enough, those of the same kind that ask
   * for more. Of those that help, what asks for more than another is left out.
   */
  private BitSet helping(Host host, DecisionSummary glance, int place) {
    Vmm vmm = glance.vmm(place);
    BitSet toTry = numbers(glance.counting(place));
    BitSet seen = (BitSet) toTry.clone();
    BitSet helping = new BitSet();
    for (int i = toTry.nextSetBit(0); i >= 0; i = toTry.nextSetBit(0)) {
      toTry.clear(i);
      Remedy change = changes.get(i);
      if (!glance.couldBeEligibleBy(Objects.requireNonNull(CHANGED.get(change.action())), place)) {
        continue;
      }
      Remedy offered = surveyor.offered(change, vmm, host).orElse(null);
      if (offered == null) {
        continue;
      }
      Host changed = offered.applyTo(host);
      if (changed.equals(host) || !surveyor.isFeasible(offered, host)) {
        continue;
      }
      DecisionSummary then = surveyor.glance(changed, goal);
      if (then.best().equals(Optional.of(vmm)) && !then.isFailed(0) && !exposesBest(glance, then)) {
        helping.set(i);
      } else {
        BitSet more = numbers(then.counting(then.place(vmm)));
        more.and(asksForMore.get(i));
        more.andNot(seen);
        seen.or(more);
        toTry.or(more);
      }
    }
    BitSet least = (BitSet) helping.clone();
    for (int i = helping.nextSetBit(0); i >= 0; i = helping.nextSetBit(i + 1)) {
      least.andNot(asksForMore.get(i));
    }
    return least;
  }

  /** Whether another VMM is the best only as the present best gets a vulnerability. */
  private static boolean exposesBest(DecisionSummary now, DecisionSummary then) {
    return now.best().isPresent()
        && then.behind(then.place(now.best().get())) == Criterion.SECURITY;
  }

  /** The numbers of the changes that some rules name. */
  private BitSet numbers(List<Rule> rules) {
    BitSet numbers = new BitSet();
    for (Rule rule : rules) {
      numbers.or(ofRules.computeIfAbsent(rule.code(), any -> numbers(rule)));
    }
    return numbers;
  }

  private BitSet numbers(Rule rule) {
    BitSet numbers = new BitSet();
    for (Remedy remedy : rule.remedies()) {
      if (ACTIONS.contains(remedy.action())) {
        numbers.set(number(remedy));
      }
    }
    return numbers;
  }

  private int number(Remedy change) {
    int known = changes.indexOf(change);
    if (known >= 0) {
      return known;
    }
    int number = changes.size();
    BitSet more = new BitSet();
    for (int i = 0; i < number; i++) {
      more.set(i, isLess(change, changes.get(i)));
      asksForMore.get(i).set(number, isLess(changes.get(i), change));
    }
    changes.add(change);
    asksForMore.add(more);
    return number;
  }

  /** Whether a change asks for less than another one of the same kind. */
  private static boolean isLess(Remedy one, Remedy other) {
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
