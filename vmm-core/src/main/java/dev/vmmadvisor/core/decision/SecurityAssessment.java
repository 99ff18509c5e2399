package dev.vmmadvisor.core.decision;

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
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the published vulnerabilities of the release on a host and the release to upgrade to.
 * Immutable and safe to share between threads.
 */
public final class SecurityAssessment {

  private final DecisionEngine engine;
  private final SafeRemedies safeRemedies;
  private final Map<String, Vulnerability> vulnerabilities = new HashMap<>();
  private final List<String> order = new ArrayList<>(); // of their codes

  SecurityAssessment(Catalog catalog, DecisionEngine engine, SafeRemedies safeRemedies) {
    this.engine = engine;
    this.safeRemedies = safeRemedies;
    for (Rule rule : catalog.rules()) {
      if (rule instanceof Vulnerability vulnerability) {
        vulnerabilities.put(rule.code(), vulnerability);
        order.add(rule.code());
      }
    }
  }

  /**
   * An upgrade that removes a vulnerability.
   *
   * @param release the release to upgrade to
   * @param vmm the VMM to use with it
   * @param isSafe whether the release has no vulnerability that a later one fixes
   */
  public record SafeUpgrade(Version release, Vmm vmm, boolean isSafe) {}

  /**
   * The vulnerabilities of the release of a host under the current VMM. If the current VMM is
   * unknown, under each VMM that may be in use.
   *
   * @param host the host
   * @param goal the goal of the ranking
   */
  public SecurityStatus status(Host host, Goal goal) {
    return status(host, goal, host.dockerDesktop().vmm());
  }

  /**
   * The same under a given VMM.
   *
   * @param host the host
   * @param goal the goal of the ranking
   * @param current the VMM; empty if it is unknown
   */
  public SecurityStatus status(Host host, Goal goal, Optional<Vmm> current) {
    Optional<Version> release = host.dockerDesktop().version();
    DecisionSummary summary = engine.glance(host, goal);
    Optional<Vmm> vmm = current.or(summary::best);
    List<Vmm> vmms = current.isPresent() ? List.of(current.get()) : possible(summary);
    List<SecurityStatus.Entry> entries =
        release.isPresent() && vmm.isPresent() ? entries(host, goal, vmms) : List.of();
    Optional<SafeUpgrade> upgrade =
        release.isPresent() && isVulnerable(host, vmms) ? upgrade(host, goal) : Optional.empty();
    return new SecurityStatus(
        release,
        vmm,
        entries,
        fixedIn(entries),
        upgrade.map(SafeUpgrade::release),
        upgrade.isPresent() && upgrade.get().isSafe());
  }

  /** The VMMs that can run and therefore may be in use. */
  private static List<Vmm> possible(DecisionSummary summary) {
    List<Vmm> possible = new ArrayList<>();
    for (int index = 0; index < summary.size(); index++) {
      if (summary.eligibility(index) != Eligibility.INELIGIBLE) {
        possible.add(summary.vmm(index));
      }
    }
    return possible;
  }

  private boolean isVulnerable(Host host, List<Vmm> vmms) {
    for (Vmm vmm : vmms) {
      if (isVulnerable(host, vmm)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The vulnerabilities under any of some VMMs. A vulnerability is certain if it affects the host
   * under each of them.
   */
  private List<SecurityStatus.Entry> entries(Host host, Goal goal, List<Vmm> vmms) {
    Map<String, SecurityStatus.Entry> entries = new LinkedHashMap<>();
    Map<String, Integer> number = new HashMap<>(); // of the VMMs under which it is certain
    for (Vmm vmm : vmms) {
      for (Finding finding : engine.candidate(host, goal, vmm).findings()) {
        Vulnerability vulnerability = vulnerabilities.get(finding.code());
        boolean violated = finding.outcome() == Outcome.VIOLATED;
        if (vulnerability != null
            && finding.waiver().isEmpty()
            && (violated || finding.outcome() == Outcome.UNKNOWN)) {
          boolean certain = violated && vulnerability.confidence() != Confidence.LOW;
          int seen = number.merge(finding.code(), certain ? 1 : 0, Integer::sum);
          entries.put(
              finding.code(),
              new SecurityStatus.Entry(
                  vulnerability.code(),
                  vulnerability.cves(),
                  vulnerability.publishedSeverity(),
                  vulnerability.fixedIn(),
                  seen == vmms.size(),
                  vulnerability.dependsOnChoice(),
                  finding.message()));
        }
      }
    }
    List<SecurityStatus.Entry> inOrder = new ArrayList<>(entries.values());
    inOrder.sort(Comparator.comparingInt(entry -> order.indexOf(entry.code())));
    return inOrder;
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
   * The upgrade that removes the vulnerabilities of a host, with the VMM to use after it.
   *
   * <p>Empty if the release has no vulnerability that certainly affects the host and that a later
   * release fixes, under the current VMM or, if that is unknown, under any possible one. Empty too
   * if no release that installs has fewer vulnerabilities.
   *
   * <p>The result is the lowest release that satisfies all of the following:
   *
   * <ul>
   *   <li>It installs and has no such vulnerability, under the current VMM and under the best one
   *       there.
   *   <li>The best VMM stays the same in all later releases that fix a vulnerability.
   * </ul>
   *
   * <p>If the current VMM cannot run there, it is replaced before the upgrade by the one that is
   * best now, if that one is safe after the upgrade. If an administrator has locked a VMM that can
   * run there, only that VMM counts. If no release satisfies the conditions, the result is the
   * lowest release with the fewest vulnerabilities, if these are fewer than now.
   *
   * @param host the host
   * @param goal the goal of the ranking
   */
  public Optional<SafeUpgrade> upgrade(Host host, Goal goal) {
    DecisionSummary now = engine.glance(host, goal);
    Optional<Vmm> current = host.dockerDesktop().vmm();
    List<Vmm> used = current.isPresent() ? List.of(current.get()) : possible(now);
    if ((now.best().isEmpty() && current.isEmpty()) || !isVulnerable(host, used)) {
      return Optional.empty();
    }
    List<SafeUpgrade> upgrades = safeUpgrades(host, goal, now);
    for (int i = 0; i < upgrades.size(); i++) {
      Vmm best = upgrades.get(i).vmm();
      if (upgrades.subList(i, upgrades.size()).stream().allMatch(later -> later.vmm() == best)) {
        return Optional.of(upgrades.get(i));
      }
    }
    return leastVulnerable(host, goal, current.or(now::best).orElseThrow());
  }

  /** The upgrade to the release with the fewest vulnerabilities, if these are fewer than now. */
  private Optional<SafeUpgrade> leastVulnerable(Host host, Goal goal, Vmm vmm) {
    Version present = host.dockerDesktop().version().orElseThrow();
    Version best = safeRemedies.leastVulnerable(host, vmm, present).orElse(present);
    if (best.equals(present)) {
      return Optional.empty();
    }
    DecisionSummary then = engine.glance(new Remedy.UpgradeDockerDesktop(best).applyTo(host), goal);
    boolean locked = host.dockerDesktop().lockedSettings().orElse(List.of()).contains("vmm");
    Vmm after = locked ? vmm : then.best().orElse(vmm);
    return runs(vmm, then) ? Optional.of(new SafeUpgrade(best, after, false)) : Optional.empty();
  }

  /** The upgrades to safe releases that fix a vulnerability, each with the best VMM there. */
  private List<SafeUpgrade> safeUpgrades(Host host, Goal goal, DecisionSummary present) {
    Version release = host.dockerDesktop().version().orElseThrow();
    Vmm current = host.dockerDesktop().vmm().orElse(null);
    boolean locked =
        current != null && host.dockerDesktop().lockedSettings().orElse(List.of()).contains("vmm");
    Optional<Vmm> now = present.best();
    List<SafeUpgrade> upgrades = new ArrayList<>();
    for (Version fix : safeRemedies.fixes()) {
      if (fix.compareTo(release) > 0) {
        DecisionSummary then =
            engine.glance(new Remedy.UpgradeDockerDesktop(fix).applyTo(host), goal);
        boolean ends = current != null && !runs(current, then);
        Optional<Vmm> best =
            ends
                ? now.filter(vmm -> isSafe(host, fix, vmm, then)).or(then::best)
                : locked ? Optional.ofNullable(current) : then.best();
        if (best.isPresent()
            && isSafe(host, fix, best.get(), then)
            && (ends || isSafeInUse(host, fix, current, then))) {
          upgrades.add(new SafeUpgrade(fix, best.get(), true));
        }
      }
    }
    return upgrades;
  }

  /**
   * Whether a release is safe under the current VMM or, if that is unknown, under each possible
   * one.
   */
  private boolean isSafeInUse(
      Host host, Version release, @Nullable Vmm current, DecisionSummary then) {
    for (Vmm vmm : current == null ? possible(then) : List.of(current)) {
      if (!isSafe(host, release, vmm, then)) {
        return false;
      }
    }
    return true;
  }

  private boolean isSafe(Host host, Version release, Vmm vmm, DecisionSummary then) {
    return runs(vmm, then) && safeRemedies.isSafe(host, vmm, release);
  }

  private static boolean runs(Vmm vmm, DecisionSummary summary) {
    return summary.eligibility(summary.place(vmm)) != Eligibility.INELIGIBLE;
  }

  /**
   * The lowest release, from the current one on, that installs on a host and has no vulnerability
   * that a later one fixes; empty if there is none.
   *
   * @param host the host
   * @param vmm the VMM
   */
  public Optional<Version> safeRelease(Host host, Vmm vmm) {
    return host.dockerDesktop()
        .version()
        .flatMap(release -> safeRemedies.safeRelease(host, vmm, release));
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
    return release != null && safeRemedies.isVulnerable(host, vmm, release);
  }

  /** Whether a finding is about a vulnerability that affects every VMM. */
  public boolean isGeneral(Finding finding) {
    Vulnerability vulnerability = vulnerabilities.get(finding.code());
    return finding.kind() == RuleKind.VULNERABILITY
        && (vulnerability == null || !vulnerability.dependsOnChoice());
  }
}
