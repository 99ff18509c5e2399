package dev.vmmadvisor.core.decision;

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
 * Adapts the remedies of rules, so that they expose a host to no vulnerability that a later release
 * fixes. Immutable and safe to share between threads.
 *
 * <p>An upgrade goes to the lowest sufficient release that installs on the host and has no such
 * vulnerability. If there is none, it goes to the one with the fewest. A VMM or file sharing
 * implementation that exposes the host is not offered. A release to avoid is left by an upgrade,
 * never by a downgrade.
 */
final class SafeRemedies {

  private final Decisions decisions;
  private final CompiledCatalog catalog;
  private final Version[] fixes; // releases that fix a vulnerability, ascending
  private final long[] installClauses; // the requirements of Docker Desktop under every VMM

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

  /** Whether a rule states on which hosts a release installs. */
  private static boolean isAboutInstalling(CompiledRule rule) {
    return rule.rule() instanceof ConstraintRule
        && (rule.facts().contains(Fact.DOCKER_DESKTOP_VERSION)
            || rule.facts().contains(Fact.OPERATING_SYSTEM));
  }

  /**
   * The safe remedies of a rule, in their order, each once.
   *
   * @param remedies the remedies of a rule
   * @param vmm the VMM that violates the rule
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

  /** Compares without the generated equality of records, which a fresh JVM links slowly. */
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
   * The safe form of a remedy; empty if there is none.
   *
   * @param remedy the remedy of a rule
   * @param vmm the VMM that violates the rule
   * @param host the host
   */
  Optional<Remedy> of(Remedy remedy, Vmm vmm, Host host) {
    if (remedy instanceof Remedy.UpgradeDockerDesktop upgrade) {
      Version current = host.dockerDesktop().version().orElse(null);
      if (current != null && upgrade.to().compareTo(current) <= 0) {
        return Optional.empty(); // a downgrade
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

  /** Replaces the advice to avoid releases by an upgrade if the host uses one of them. */
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
   * The lowest sufficient release that installs on a host and has no vulnerability that a later one
   * fixes. If there is none, the lowest one with the fewest; empty if none installs.
   *
   * @param host the host
   * @param vmm the VMM that is used with the release
   * @param atLeast the lowest sufficient release
   */
  Optional<Version> upgrade(Host host, Vmm vmm, Version atLeast) {
    Optional<Version> safe = safeRelease(host, vmm, atLeast);
    return safe.isPresent() ? safe : leastVulnerable(host, vmm, atLeast);
  }

  /**
   * The lowest of the sufficient releases that install on a host, among those with the fewest
   * vulnerabilities that a later one fixes; empty if none installs.
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

  /** The lowest sufficient release that is {@linkplain #isSafe safe}; empty if there is none. */
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
   * Whether a release has a vulnerability that certainly affects a host and that a later one fixes.
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

  /**
   * Whether a VMM on one host has a fixed vulnerability that another VMM on another host has not.
   */
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
