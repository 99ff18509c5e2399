package dev.vmmadvisor.core.fleet;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.FleetReport.Help;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.catalog.Rule;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.core.decide.Glance;
import dev.vmmadvisor.core.decide.Surveyor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Searches for the changes that make another VMM the best, each by itself: of every rule that
 * counts against a VMM it tries each remedy and looks what is the best then.
 */
final class SingleChanges {

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

  private static final Comparator<Help> CHEAPEST_FIRST =
      Comparator.<Help>comparingInt(help -> ACTIONS.indexOf(help.remedy().action()))
          .thenComparing(Help::vmm)
          .thenComparing(help -> help.remedy().toString());

  private final Surveyor surveyor;
  private final Goal goal;

  SingleChanges(Surveyor surveyor, Goal goal) {
    this.surveyor = surveyor;
    this.goal = goal;
  }

  /** The changes that help a host, the cheapest first; a switch of the VMM is none of them. */
  List<Help> of(Host host, Glance glance) {
    List<Help> all = new ArrayList<>();
    for (int place = glance.best().isPresent() ? 1 : 0; place < glance.size(); place++) {
      Vmm vmm = glance.vmm(place);
      List<Remedy> helping = helping(host, vmm, glance.counting(place));
      for (Remedy remedy : helping) {
        if (helping.stream().noneMatch(other -> isLess(other, remedy))) {
          all.add(new Help(remedy, vmm));
        }
      }
    }
    all.sort(CHEAPEST_FIRST);
    return all;
  }

  /** Tries each remedy, and where one is not enough, those of the same kind that ask for more. */
  private List<Remedy> helping(Host host, Vmm vmm, List<Rule> against) {
    List<Remedy> tries = new ArrayList<>();
    addRemedies(against, tries);
    List<Remedy> helping = new ArrayList<>();
    for (int i = 0; i < tries.size(); i++) { // grows on the way
      Remedy remedy = tries.get(i);
      Host changed = remedy.applyTo(host);
      if (changed.equals(host) || !surveyor.isFeasible(remedy, host)) {
        continue;
      }
      Glance then = surveyor.glance(changed, goal);
      if (then.best().equals(Optional.of(vmm))) {
        helping.add(remedy);
      } else {
        List<Remedy> more = new ArrayList<>();
        addRemedies(then.counting(then.place(vmm)), more);
        for (Remedy other : more) {
          if (isLess(remedy, other) && !tries.contains(other)) {
            tries.add(other);
          }
        }
      }
    }
    return helping;
  }

  private static void addRemedies(List<Rule> rules, List<Remedy> remedies) {
    for (Rule rule : rules) {
      for (Remedy remedy : rule.remedies()) {
        if (ACTIONS.contains(remedy.action()) && !remedies.contains(remedy)) {
          remedies.add(remedy);
        }
      }
    }
  }

  /** Whether a change asks for less than another one of the same kind. */
  private static boolean isLess(Remedy one, Remedy other) {
    if (one.equals(other)) {
      return false;
    }
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
