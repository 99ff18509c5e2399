package dev.vmmadvisor.testkit.contract;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.host.Database;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.testkit.BoundaryValues;
import dev.vmmadvisor.testkit.HostFacts;
import dev.vmmadvisor.testkit.SampleHosts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Generates the hosts for which a constraint is evaluated; deterministic for the same declared
 * facts.
 */
final class ContractHosts {

  private static final Version ELEVEN = Version.parse("11");
  private static final Version COMPATIBILITY = Version.parse("10.16");
  private static final int FEW_FACTS = 4;
  private static final int MAX_ALONE = 3000;
  private static final int MAX_ON_A_SAMPLE = 600;

  private final BoundaryValues values = BoundaryValues.general();
  private final List<Fact> declared;

  private ContractHosts(Set<Fact> declared) {
    this.declared = List.copyOf(declared);
  }

  /**
   * Returns hosts with varied values of the declared facts, those with the fewest known facts
   * first.
   */
  static List<Host> of(Set<Fact> declared, Collection<Host> more) {
    Set<Host> hosts = new LinkedHashSet<>(more);
    new ContractHosts(declared).addTo(hosts);
    List<Host> sorted = new ArrayList<>(hosts);
    sorted.sort(Comparator.comparingInt(host -> HostFacts.known(host).size()));
    return sorted;
  }

  private void addTo(Set<Host> hosts) {
    hosts.addAll(SampleHosts.all().values());
    for (Fact fact : Fact.values()) {
      values.values(fact).forEach(it -> hosts.add(with(SampleHosts.unknown(), fact, it)));
    }
    // each host is evaluated again with each of its declared facts unknown
    int share = Math.max(1, declared.size() / FEW_FACTS);
    addCombinations(SampleHosts.unknown(), MAX_ALONE / share, hosts);
    addCombinations(SampleHosts.appleSilicon(), MAX_ON_A_SAMPLE / share, hosts);
    addCombinations(SampleHosts.intelOnHyperKit(), MAX_ON_A_SAMPLE / share, hosts);
  }

  /**
   * Adds all combinations of values of the declared facts, or only of pairs of facts if there are
   * too many.
   */
  private void addCombinations(Host base, int max, Set<Host> hosts) {
    long all = 1;
    for (Fact fact : declared) {
      all = Math.min(all * (values.values(fact).size() + 1), Integer.MAX_VALUE);
    }
    List<Host> combined = new ArrayList<>();
    if (all <= max) {
      combined.add(base);
      declared.forEach(fact -> combined.addAll(varied(List.copyOf(combined), fact)));
    } else {
      for (Fact fact : declared) {
        List<Host> one = varied(List.of(base), fact);
        hosts.addAll(one);
        declared.stream()
            .filter(other -> other.compareTo(fact) > 0)
            .forEach(other -> combined.addAll(varied(one, other)));
      }
    }
    int step = Math.max(1, combined.size() / max);
    for (int i = 0; i < combined.size(); i += step) {
      hosts.add(combined.get(i));
    }
  }

  private List<Host> varied(List<Host> hosts, Fact fact) {
    List<Host> varied = new ArrayList<>();
    for (Host host : hosts) {
      values.values(fact).forEach(value -> varied.add(with(host, fact, value)));
      varied.add(HostFacts.without(host, fact));
    }
    return varied;
  }

  private static Host with(Host host, Fact fact, Object value) {
    return HostFacts.with(host, fact, value);
  }

  /** Returns copies of a host with one declared fact removed or less precise. */
  static List<Host> partials(Host host, Set<Fact> declared) {
    List<Host> partials = new ArrayList<>();
    for (Fact fact : declared) {
      partials.add(HostFacts.without(host, fact));
    }
    if (declared.contains(Fact.OPERATING_SYSTEM)) {
      partials.add(HostFacts.without(host, Fact.MACOS_VERSION));
    }
    if (declared.contains(Fact.MACOS_VERSION)
        && host.macOsVersion().filter(version -> version.compareTo(ELEVEN) >= 0).isPresent()) {
      partials.add(with(host, Fact.MACOS_VERSION, COMPATIBILITY));
    }
    if (declared.contains(Fact.DATABASES)) {
      List<Database> databases = host.workload().databases().orElse(List.of());
      for (int i = 0; i < databases.size(); i++) {
        List<Database> partial = new ArrayList<>(databases);
        partial.set(i, Database.builder().engine(databases.get(i).engine()).build());
        partials.add(with(host, Fact.DATABASES, partial));
      }
    }
    partials.removeIf(host::equals);
    return partials;
  }

  /** Returns whether one of the given facts of a host is unknown or imprecise. */
  static boolean isUndetermined(Set<Fact> facts, Host host) {
    return facts.stream().anyMatch(fact -> isUndetermined(fact, host));
  }

  private static boolean isUndetermined(Fact fact, Host host) {
    if (fact.valueIn(host).isEmpty()) {
      return fact != Fact.CHIP_GENERATION || host.chip().isEmpty();
    }
    return switch (fact) {
      case DATABASES ->
          host.workload().databases().orElse(List.of()).stream()
              .anyMatch(database -> database.storage().isEmpty());
      case MACOS_VERSION ->
          host.macOsVersion().filter(Version::isMacOsCompatibilityVersion).isPresent();
      default -> false;
    };
  }

  /**
   * Returns the facts that a constraint may read: the declared ones, and related facts of the same
   * data.
   */
  static Set<Fact> readable(Set<Fact> declared) {
    Set<Fact> readable = new LinkedHashSet<>(declared);
    if (declared.contains(Fact.OPERATING_SYSTEM)) {
      readable.add(Fact.MACOS_VERSION);
    }
    if (declared.contains(Fact.CHIP)) {
      readable.add(Fact.CHIP_GENERATION);
    }
    return readable;
  }
}
