package dev.vmmadvisor.core.change;

import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.host.Host;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Changes that are made together, at most one of each action, in the order in which they are made:
 * macOS before the app, the app before its settings, memory before the VMM.
 */
final class RemedySet {

  static final RemedySet NONE = new RemedySet(List.of());

  /** The actions in the order in which they are made. */
  private static final List<String> ORDER =
      List.of(
          "upgrade-macos",
          "upgrade-docker-desktop",
          "raise-vm-memory",
          "lower-vm-memory",
          "move-database-to-named-volume",
          "select-file-sharing",
          "switch-vmm",
          "switch-rosetta");

  private final List<Remedy> remedies;
  private final List<List<Object>> identity;

  RemedySet(List<Remedy> remedies) {
    this.remedies = List.copyOf(remedies);
    this.identity = new ArrayList<>();
    for (Remedy remedy : remedies) {
      identity.add(identity(remedy));
    }
  }

  /**
   * What makes a change the one it is: two are equal if these are. The equality of records is
   * linked when it is used first, which in a fresh JVM takes longer than a whole search.
   */
  private static List<Object> identity(Remedy remedy) {
    return List.of(remedy.action(), extent(remedy));
  }

  private static Object extent(Remedy remedy) {
    if (remedy instanceof Remedy.RaiseVmMemory memory) {
      return memory.toMiB();
    }
    if (remedy instanceof Remedy.LowerVmMemory memory) {
      return memory.toMiB();
    }
    if (remedy instanceof Remedy.UpgradeDockerDesktop upgrade) {
      return upgrade.to();
    }
    if (remedy instanceof Remedy.UpgradeMacOs upgrade) {
      return upgrade.to();
    }
    if (remedy instanceof Remedy.MoveDatabaseToNamedVolume move) {
      return move.engines();
    }
    if (remedy instanceof Remedy.SelectFileSharing sharing) {
      return sharing.fileSharing();
    }
    if (remedy instanceof Remedy.SwitchRosetta rosetta) {
      return rosetta.on();
    }
    return remedy instanceof Remedy.SwitchVmm choice ? choice.vmm() : remedy;
  }

  List<Remedy> remedies() {
    return remedies;
  }

  int size() {
    return remedies.size();
  }

  Host applyTo(Host host) {
    Host changed = host;
    for (Remedy remedy : remedies) {
      changed = remedy.applyTo(changed);
    }
    return changed;
  }

  /** This set and one more change; empty if it contradicts one that is there. */
  Optional<RemedySet> with(Remedy remedy) {
    List<Remedy> changed = new ArrayList<>();
    Remedy added = remedy;
    for (Remedy present : remedies) {
      if (present.action().equals(remedy.action())) {
        Optional<Remedy> both = both(present, remedy);
        if (both.isEmpty()) {
          return Optional.empty();
        }
        added = both.get();
      } else {
        changed.add(present);
      }
    }
    int place = 0;
    while (place < changed.size() && place(changed.get(place)) < place(added)) {
      place++;
    }
    changed.add(place, added);
    return Optional.of(new RemedySet(changed));
  }

  private static int place(Remedy remedy) {
    return ORDER.indexOf(remedy.action());
  }

  /** One change that does what two do; empty if there is none. */
  private static Optional<Remedy> both(Remedy one, Remedy other) {
    if (identity(one).equals(identity(other))) {
      return Optional.of(one);
    }
    if (one instanceof Remedy.RaiseVmMemory a && other instanceof Remedy.RaiseVmMemory b) {
      return Optional.of(a.toMiB() > b.toMiB() ? a : b);
    }
    if (one instanceof Remedy.LowerVmMemory a && other instanceof Remedy.LowerVmMemory b) {
      return Optional.of(a.toMiB() < b.toMiB() ? a : b);
    }
    if (one instanceof Remedy.UpgradeDockerDesktop a
        && other instanceof Remedy.UpgradeDockerDesktop b) {
      return Optional.of(a.to().compareTo(b.to()) > 0 ? a : b);
    }
    if (one instanceof Remedy.UpgradeMacOs a && other instanceof Remedy.UpgradeMacOs b) {
      return Optional.of(a.to().compareTo(b.to()) > 0 ? a : b);
    }
    if (one instanceof Remedy.MoveDatabaseToNamedVolume a
        && other instanceof Remedy.MoveDatabaseToNamedVolume b) {
      Set<String> engines = new LinkedHashSet<>(a.engines());
      engines.addAll(b.engines());
      return Optional.of(new Remedy.MoveDatabaseToNamedVolume(List.copyOf(engines)));
    }
    return Optional.empty();
  }

  /** Whether this asks for no more than another set with the same actions, and for less. */
  boolean isLessThan(RemedySet other) {
    if (equals(other) || remedies.size() != other.remedies.size()) {
      return false;
    }
    for (int i = 0; i < remedies.size(); i++) {
      Remedy theirs = other.remedies.get(i);
      Optional<Remedy> both = both(remedies.get(i), theirs);
      if (both.isEmpty() || !identity(both.get()).equals(identity(theirs))) {
        return false;
      }
    }
    return true;
  }

  /**
   * The sets that have some of these changes and not all, the smaller first; with the empty one.
   */
  List<RemedySet> properSubsets() {
    List<RemedySet> subsets = new ArrayList<>();
    for (int size = 0; size < remedies.size(); size++) {
      for (int bits = 0; bits < 1 << remedies.size(); bits++) {
        if (Integer.bitCount(bits) == size) {
          subsets.add(subset(bits));
        }
      }
    }
    return subsets;
  }

  /** The changes of this set that another one does not have. */
  RemedySet without(RemedySet other) {
    List<Remedy> rest = new ArrayList<>();
    for (int i = 0; i < remedies.size(); i++) {
      if (!other.identity.contains(identity.get(i))) {
        rest.add(remedies.get(i));
      }
    }
    return new RemedySet(rest);
  }

  private RemedySet subset(int bits) {
    List<Remedy> some = new ArrayList<>();
    for (int i = 0; i < remedies.size(); i++) {
      if ((bits & 1 << i) != 0) {
        some.add(remedies.get(i));
      }
    }
    return new RemedySet(some);
  }

  boolean containsAll(RemedySet other) {
    return identity.containsAll(other.identity);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RemedySet set && identity.equals(set.identity);
  }

  @Override
  public int hashCode() {
    return identity.hashCode();
  }

  @Override
  public String toString() {
    return remedies.toString();
  }
}
