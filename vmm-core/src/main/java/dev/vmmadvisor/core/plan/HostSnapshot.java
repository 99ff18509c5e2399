package dev.vmmadvisor.core.plan;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Candidate;
import dev.vmmadvisor.api.advice.Criterion;
import dev.vmmadvisor.api.advice.Eligibility;
import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.advice.Outcome;
import dev.vmmadvisor.api.catalog.RuleKind;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.core.decision.DecisionEngine;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A host with its candidates, before or after a change of release.
 *
 * <p>The requirements of Docker Desktop itself are separate from those of a VMM: if the app does
 * not install, that is not attributed to a VMM.
 */
final class HostSnapshot {

  private final Host host;
  private final List<Candidate> candidates;
  private final Map<Vmm, Map<String, Finding>> findings = new EnumMap<>(Vmm.class);
  private final Map<Vmm, Eligibility> eligibility = new EnumMap<>(Vmm.class);

  private HostSnapshot(Host host, List<Candidate> candidates) {
    this.host = host;
    this.candidates = candidates;
    for (Candidate candidate : candidates) {
      Map<String, Finding> byCode = new LinkedHashMap<>();
      candidate.findings().forEach(finding -> byCode.put(finding.code(), finding));
      findings.put(candidate.vmm(), byCode);
    }
    for (Candidate candidate : candidates) {
      eligibility.put(candidate.vmm(), eligibility(candidate));
    }
  }

  static HostSnapshot of(Host host, DecisionEngine engine) {
    return new HostSnapshot(host, engine.candidates(host, Goal.BALANCED));
  }

  Host host() {
    return host;
  }

  Optional<Version> release() {
    return host.dockerDesktop().version();
  }

  /** The candidates, best first. */
  List<Candidate> candidates() {
    return candidates;
  }

  Candidate candidate(Vmm vmm) {
    return candidates.stream().filter(each -> each.vmm() == vmm).findFirst().orElseThrow();
  }

  /** The best VMM, or empty if every VMM is ineligible. */
  Optional<Vmm> best() {
    return candidates.stream()
        .filter(candidate -> candidate.eligibility() != Eligibility.INELIGIBLE)
        .findFirst()
        .map(Candidate::vmm);
  }

  /** The findings about a VMM by code, in the order of the catalog. */
  Map<String, Finding> findings(Vmm vmm) {
    return Collections.unmodifiableMap(Objects.requireNonNull(findings.get(vmm)));
  }

  /** Whether a VMM can run, apart from the requirements of Docker Desktop itself. */
  Eligibility eligibility(Vmm vmm) {
    return Objects.requireNonNull(eligibility.get(vmm));
  }

  boolean isPossible(Vmm vmm) {
    return eligibility(vmm) != Eligibility.INELIGIBLE;
  }

  /** Whether a hard constraint about a VMM failed, so that nothing is certain about it. */
  boolean isFailed(Vmm vmm) {
    return !candidate(vmm).failures().isEmpty();
  }

  private Eligibility eligibility(Candidate candidate) {
    Eligibility result = Eligibility.ELIGIBLE;
    for (Finding finding : candidate.findings()) {
      if (isHard(finding) && !isOfApp(finding)) {
        if (finding.outcome() == Outcome.VIOLATED) {
          return Eligibility.INELIGIBLE;
        }
        if (finding.outcome() == Outcome.UNKNOWN || finding.outcome() == Outcome.ERROR) {
          result = Eligibility.UNDETERMINED;
        }
      }
    }
    return result;
  }

  static boolean isHard(Finding finding) {
    return finding.countsFor().contains(Criterion.ELIGIBILITY);
  }

  /** Whether a finding is about the macOS version that Docker Desktop itself requires. */
  boolean isOfApp(Finding finding) {
    return isOfAll(finding) && finding.facts().contains(Fact.MACOS_VERSION);
  }

  /** Whether a finding is about a requirement that all VMMs have. */
  boolean isOfAll(Finding finding) {
    return finding.kind() == RuleKind.CONSTRAINT
        && isHard(finding)
        && findings.values().stream().allMatch(each -> each.containsKey(finding.code()));
  }
}
