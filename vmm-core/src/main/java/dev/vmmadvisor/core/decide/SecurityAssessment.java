package dev.vmmadvisor.core.decide;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Eligibility;
import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.advice.Outcome;
import dev.vmmadvisor.api.advice.SecurityStatus;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.Confidence;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.catalog.Rule;
import dev.vmmadvisor.api.catalog.RuleKind;
import dev.vmmadvisor.api.catalog.Vulnerability;
import dev.vmmadvisor.api.host.Host;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the published vulnerabilities of the release on a host and the release to upgrade to.
 * Immutable and safe to share between threads.
 */
public final class SecurityAssessment {

  private final Decider decider;
  private final SafeRemedies safe;
  private final Map<String, Vulnerability> vulnerabilities = new HashMap<>();

  SecurityAssessment(Catalog catalog, Decider decider, SafeRemedies safe) {
    this.decider = decider;
    this.safe = safe;
    for (Rule rule : catalog.rules()) {
      if (rule instanceof Vulnerability vulnerability) {
        vulnerabilities.put(rule.code(), vulnerability);
      }
    }
  }

  /**
   * An upgrade that ends a vulnerability.
   *
   * @param release the release to upgrade to
   * @param vmm the VMM to use with it
   */
  public record SafeUpgrade(Version release, Vmm vmm) {}

  /**
   * The vulnerabilities of the release of a host, under the VMM in use or, if that is unknown, the
   * best one.
   *
   * @param host the host
   * @param goal what is favoured
   */
  public SecurityStatus status(Host host, Goal goal) {
    Optional<Vmm> best = decider.glance(host, goal).best();
    return status(host, goal, host.dockerDesktop().vmm().or(() -> best));
  }

  /**
   * The same under a given VMM.
   *
   * @param host the host
   * @param goal what is favoured
   * @param vmm the VMM
   */
  public SecurityStatus status(Host host, Goal goal, Optional<Vmm> vmm) {
    Optional<Version> release = host.dockerDesktop().version();
    List<SecurityStatus.Entry> entries =
        release.isPresent() && vmm.isPresent() ? entries(host, goal, vmm.get()) : List.of();
    SecurityStatus status =
        new SecurityStatus(release, vmm, entries, fixedIn(entries), Optional.empty());
    return status.isVulnerable()
        ? new SecurityStatus(
            release, vmm, entries, fixedIn(entries), upgrade(host, goal).map(SafeUpgrade::release))
        : status;
  }

  private List<SecurityStatus.Entry> entries(Host host, Goal goal, Vmm vmm) {
    List<SecurityStatus.Entry> entries = new ArrayList<>();
    for (Finding finding : decider.candidate(host, goal, vmm).findings()) {
      Vulnerability vulnerability = vulnerabilities.get(finding.code());
      boolean certain = finding.outcome() == Outcome.VIOLATED;
      if (vulnerability != null
          && finding.waiver().isEmpty()
          && (certain || finding.outcome() == Outcome.UNKNOWN)) {
        entries.add(
            new SecurityStatus.Entry(
                vulnerability.code(),
                vulnerability.cves(),
                vulnerability.publishedSeverity(),
                vulnerability.fixedIn(),
                certain && vulnerability.confidence() != Confidence.LOW,
                vulnerability.dependsOnChoice(),
                finding.message()));
      }
    }
    return entries;
  }

  private static Optional<Version> fixedIn(List<SecurityStatus.Entry> entries) {
    Version last = null;
    for (SecurityStatus.Entry entry : entries) {
      Version fixed = entry.fixedIn().orElse(null);
      if (fixed == null) {
        return Optional.empty();
      }
      last = last == null || fixed.compareTo(last) > 0 ? fixed : last;
    }
    return Optional.ofNullable(last);
  }

  /**
   * The upgrade that ends the vulnerabilities of a host, with the VMM to use after it. Empty if the
   * release of the host has no vulnerability that certainly affects it and that a later release
   * fixes, or if no release that installs is free of them.
   *
   * <p>It is the lowest release that installs and has none, neither under the VMM in use nor under
   * the one that is the best there, and after which the best stays the same in all later releases
   * that fix a vulnerability. A VMM in use that cannot run there is left before the upgrade, for
   * the one that is the best now if it can be used after it. If an administrator has locked a VMM
   * that can run there, only that one counts.
   *
   * @param host the host
   * @param goal what is favoured
   */
  public Optional<SafeUpgrade> upgrade(Host host, Goal goal) {
    Optional<Vmm> current = host.dockerDesktop().vmm();
    Vmm vmm = current.or(() -> decider.glance(host, goal).best()).orElse(null);
    if (vmm == null || !isVulnerable(host, vmm)) {
      return Optional.empty();
    }
    List<SafeUpgrade> safe = safeUpgrades(host, goal);
    for (int i = 0; i < safe.size(); i++) {
      Vmm best = safe.get(i).vmm();
      if (safe.subList(i, safe.size()).stream().allMatch(later -> later.vmm() == best)) {
        return Optional.of(safe.get(i));
      }
    }
    return Optional.empty();
  }

  /** The upgrades to releases that fix a vulnerability and are safe, with the best VMM there. */
  private List<SafeUpgrade> safeUpgrades(Host host, Goal goal) {
    Version present = host.dockerDesktop().version().orElseThrow();
    Vmm current = host.dockerDesktop().vmm().orElse(null);
    boolean locked =
        current != null && host.dockerDesktop().lockedSettings().orElse(List.of()).contains("vmm");
    Optional<Vmm> now = decider.glance(host, goal).best();
    List<SafeUpgrade> upgrades = new ArrayList<>();
    for (Version release : safe.fixes()) {
      if (release.compareTo(present) > 0) {
        Glance then = decider.glance(new Remedy.UpgradeDockerDesktop(release).applyTo(host), goal);
        boolean ends = current != null && !runs(current, then);
        Optional<Vmm> best =
            ends
                ? now.filter(vmm -> isSafe(host, release, vmm, then)).or(then::best)
                : locked ? Optional.ofNullable(current) : then.best();
        if (best.isPresent()
            && isSafe(host, release, best.get(), then)
            && (current == null || ends || isSafe(host, release, current, then))) {
          upgrades.add(new SafeUpgrade(release, best.get()));
        }
      }
    }
    return upgrades;
  }

  private boolean isSafe(Host host, Version release, Vmm vmm, Glance then) {
    return runs(vmm, then) && safe.isSafe(host, vmm, release);
  }

  private static boolean runs(Vmm vmm, Glance glance) {
    return glance.eligibility(glance.place(vmm)) != Eligibility.INELIGIBLE;
  }

  /**
   * The lowest release from that of a host on that installs on it and has no vulnerability that a
   * later one fixes, under a VMM; empty if there is none.
   *
   * @param host the host
   * @param vmm the VMM
   */
  public Optional<Version> safeRelease(Host host, Vmm vmm) {
    return host.dockerDesktop().version().flatMap(release -> safe.safeRelease(host, vmm, release));
  }

  /**
   * Whether the release of a host has a vulnerability that certainly affects it under a VMM and
   * that a later release fixes.
   *
   * @param host the host
   * @param vmm the VMM
   */
  public boolean isVulnerable(Host host, Vmm vmm) {
    Version release = host.dockerDesktop().version().orElse(null);
    return release != null && safe.isVulnerable(host, vmm, release);
  }

  /** Whether a finding is about a vulnerability that affects every VMM alike. */
  public boolean isGeneral(Finding finding) {
    Vulnerability vulnerability = vulnerabilities.get(finding.code());
    return finding.kind() == RuleKind.VULNERABILITY
        && (vulnerability == null || !vulnerability.dependsOnChoice());
  }
}
