package dev.vmmadvisor.core.plan;

import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.host.Host;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An immutable set of changes, at most one for each action, in the order of execution: macOS before
 * the app, the app before its settings, memory before the VMM.
 */
final class RemedySet {

  static final RemedySet NONE = new RemedySet(List.of());

  /** The actions, in the order of execution. */
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
   * The identity of a change, for equality. A fresh JVM links the generated equality of records
   * slowly, so it is not used.
   */
  private static List<Object> identity(Remedy remedy) {
    return List.of(remedy.action(), argument(remedy));
  }

  private static Object argument(Remedy remedy) {
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

  /** This set with one more change; empty if it contradicts an existing one. */
  Optional<RemedySet> with(Remedy remedy) {
    List<Remedy> changed = new ArrayList<>();
    Remedy added = remedy;
    for (Remedy existing : remedies) {
      if (existing.action().equals(remedy.action())) {
        Optional<Remedy> merged = merge(existing, remedy);
        if (merged.isEmpty()) {
          return Optional.empty();
        }
        added = merged.get();
      } else {
        changed.add(existing);
      }
    }
    int index = 0;
    while (index < changed.size() && order(changed.get(index)) < order(added)) {
      index++;
    }
    changed.add(index, added);
    return Optional.of(new RemedySet(changed));
  }

  private static int order(Remedy remedy) {
    return ORDER.indexOf(remedy.action());
  }

  /** The weakest change that includes two changes of the same action; empty if there is none. */
  private static Optional<Remedy> merge(Remedy one, Remedy other) {
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

  /**
   * Whether another set has the same actions, and each change of it includes that of this set.
   * False for equal sets.
   */
  boolean isWeakerThan(RemedySet other) {
    if (equals(other) || remedies.size() != other.remedies.size()) {
      return false;
    }
    for (int i = 0; i < remedies.size(); i++) {
      Remedy theirs = other.remedies.get(i);
      Optional<Remedy> merged = merge(remedies.get(i), theirs);
      if (merged.isEmpty() || !identity(merged.get()).equals(identity(theirs))) {
        return false;
      }
    }
    return true;
  }

  /** The proper subsets, smaller ones first, including the empty one. */
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
