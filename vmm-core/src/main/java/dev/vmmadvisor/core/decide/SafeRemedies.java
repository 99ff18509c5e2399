package dev.vmmadvisor.core.decide;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.catalog.ConstraintRule;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.catalog.Vulnerability;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Turns the remedies of rules into those that a host can carry out without a vulnerability that a
 * later release fixes. Immutable and safe to share between threads.
 *
 * <p>An upgrade leads to the first release that is new enough, installs on the host and has no such
 * vulnerability; if there is none, to the one that is new enough, provided that it installs. A VMM
 * or a file sharing implementation that would expose the host in its release is not offered. A
 * release to avoid is left by an upgrade, never by a downgrade.
 */
final class SafeRemedies {

  private final Decisions decisions;
  private final CompiledCatalog catalog;
  private final Version[] fixes; // the releases that fix a vulnerability, ascending
  private final long[]
      installClauses; // the lines of what Docker Desktop requires, whatever the VMM is

  SafeRemedies(CompiledCatalog catalog, Decisions decisions) {
    this.decisions = decisions;
    this.catalog = catalog;
    TreeSet<Version> fixes = new TreeSet<>();
    this.installClauses = new long[catalog.clauses().words()];
    for (CompiledVmm candidate : catalog.candidates()) {
      for (CompiledRule rule : candidate.rules()) {
        if (rule.isFixedVulnerability() && rule.rule() instanceof Vulnerability vulnerability) {
          fixes.add(vulnerability.fixedIn().orElseThrow());
        }
        boolean all = rule.rule().vmms().containsAll(Arrays.asList(Vmm.values()));
        if (all && rule.isHard() && isAboutInstalling(rule)) {
          Clauses.setBit(installClauses, rule.clause().number(), true);
        }
      }
    }
    this.fixes = fixes.toArray(new Version[0]);
  }

  /** Whether a rule says on what a release installs, and not what else a host has to be. */
  private static boolean isAboutInstalling(CompiledRule rule) {
    return rule.rule() instanceof ConstraintRule
        && (rule.facts().contains(Fact.DOCKER_DESKTOP_VERSION)
            || rule.facts().contains(Fact.OPERATING_SYSTEM));
  }

  /**
   * The remedies that a host can carry out safely, in their order, each once.
   *
   * @param remedies the remedies of a rule
   * @param vmm the VMM the rule is violated by
   * @param host the host
   */
  List<Remedy> of(List<Remedy> remedies, Vmm vmm, Host host) {
    List<Remedy> safe = new ArrayList<>();
    for (Remedy remedy : remedies) {
      Optional<Remedy> one = of(remedy, vmm, host);
      if (one.isPresent() && !contains(safe, one.get())) {
        safe.add(one.get());
      }
    }
    return List.copyOf(safe);
  }

  /** Without the equality of records, which takes long to link in a fresh JVM. */
  private static boolean contains(List<Remedy> remedies, Remedy remedy) {
    for (Remedy each : remedies) {
      boolean isSameUpgrade =
          each instanceof Remedy.UpgradeDockerDesktop one
              && remedy instanceof Remedy.UpgradeDockerDesktop other
              && one.to().equals(other.to());
      if (each == remedy || isSameUpgrade) {
        return true;
      }
    }
    return false;
  }

  /**
   * A remedy as the host can carry it out safely; empty if it cannot.
   *
   * @param remedy the remedy of a rule
   * @param vmm the VMM the rule is violated by
   * @param host the host
   */
  Optional<Remedy> of(Remedy remedy, Vmm vmm, Host host) {
    if (remedy instanceof Remedy.UpgradeDockerDesktop upgrade) {
      Version current = host.dockerDesktop().version().orElse(null);
      if (current != null && upgrade.to().compareTo(current) <= 0) {
        return Optional.empty(); // it would be a downgrade
      }
      return upgrade(host, vmm, upgrade.to()).map(Remedy.UpgradeDockerDesktop::new);
    }
    if (remedy instanceof Remedy.AvoidRelease avoid) {
      return leave(avoid, vmm, host);
    }
    if (remedy instanceof Remedy.SwitchVmm change) {
      return exposes(host, change.vmm(), host, vmm) ? Optional.empty() : Optional.of(remedy);
    }
    if (remedy instanceof Remedy.SelectFileSharing) {
      return exposes(remedy.applyTo(host), vmm, host, vmm) ? Optional.empty() : Optional.of(remedy);
    }
    return Optional.of(remedy);
  }

  /** A host that uses none of the releases to avoid only has to know of them. */
  private Optional<Remedy> leave(Remedy.AvoidRelease avoid, Vmm vmm, Host host) {
    Version release = host.dockerDesktop().version().orElse(null);
    if (release == null || !avoid.releases().contains(release)) {
      return Optional.of(avoid);
    }
    Version end = avoid.releases().upper().orElse(null);
    if (end == null || avoid.releases().upperInclusive()) {
      return Optional.empty();
    }
    return upgrade(host, vmm, end).map(Remedy.UpgradeDockerDesktop::new);
  }

  /**
   * The first release that is new enough, installs on a host and has no vulnerability that a later
   * one fixes; if there is none, the first one with the fewest of them; empty if none installs.
   *
   * @param host the host
   * @param vmm the VMM in use with that release
   * @param atLeast the lowest release that is new enough
   */
  Optional<Version> upgrade(Host host, Vmm vmm, Version atLeast) {
    Optional<Version> safe = safeRelease(host, vmm, atLeast);
    return safe.isPresent() ? safe : leastVulnerable(host, vmm, atLeast);
  }

  /**
   * The first of the releases that are new enough and install on a host, among those with the
   * fewest vulnerabilities that a later one fixes; empty if none installs.
   */
  Optional<Version> leastVulnerable(Host host, Vmm vmm, Version atLeast) {
    Version best = null;
    int fewest = Integer.MAX_VALUE;
    if (installs(host, atLeast)) {
      best = atLeast;
      fewest = vulnerabilities(host, vmm, atLeast);
    }
    for (Version fix : fixes) {
      if (fix.compareTo(atLeast) > 0 && installs(host, fix)) {
        int number = vulnerabilities(host, vmm, fix);
        if (number < fewest) {
          best = fix;
          fewest = number;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  private int vulnerabilities(Host host, Vmm vmm, Version release) {
    return evaluate(host, release).violated(fixedVulnerabilities(vmm)).cardinality();
  }

  /** The same, or empty if every release that is new enough and installs has one. */
  Optional<Version> safeRelease(Host host, Vmm vmm, Version atLeast) {
    if (isSafe(host, vmm, atLeast)) {
      return Optional.of(atLeast);
    }
    for (Version fix : fixes) {
      if (fix.compareTo(atLeast) > 0 && isSafe(host, vmm, fix)) {
        return Optional.of(fix);
      }
    }
    return Optional.empty();
  }

  /** The releases that fix a vulnerability, ascending. */
  List<Version> fixes() {
    return List.of(fixes);
  }

  /** Whether a release installs on a host and has no vulnerability that a later one fixes. */
  boolean isSafe(Host host, Vmm vmm, Version release) {
    Evaluation evaluation = evaluate(host, release);
    return !evaluation.anyViolated(installClauses)
        && !evaluation.anyViolated(fixedVulnerabilities(vmm));
  }

  /**
   * Whether a release has a vulnerability that certainly affects a host and that is fixed later.
   */
  boolean isVulnerable(Host host, Vmm vmm, Version release) {
    return evaluate(host, release).anyViolated(fixedVulnerabilities(vmm));
  }

  private boolean installs(Host host, Version release) {
    return !evaluate(host, release).anyViolated(installClauses);
  }

  private Evaluation evaluate(Host host, Version release) {
    return decisions.ofCatalog(new Remedy.UpgradeDockerDesktop(release).applyTo(host));
  }

  /** Whether a VMM of a host has a fixed vulnerability that another one of another host has not. */
  private boolean exposes(Host then, Vmm vmmThen, Host now, Vmm vmmNow) {
    BitSet added = decisions.ofCatalog(then).violated(fixedVulnerabilities(vmmThen));
    added.andNot(decisions.ofCatalog(now).violated(fixedVulnerabilities(vmmNow)));
    return !added.isEmpty();
  }

  private long[] fixedVulnerabilities(Vmm vmm) {
    for (CompiledVmm candidate : catalog.candidates()) {
      if (candidate.vmm() == vmm) {
        return candidate.masks().fixedVulnerabilities;
      }
    }
    throw new IllegalArgumentException("no VMM of the catalog: " + vmm);
  }
}
