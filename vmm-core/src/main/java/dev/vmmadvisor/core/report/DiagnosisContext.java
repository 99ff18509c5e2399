package dev.vmmadvisor.core.report;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.VersionRange;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Candidate;
import dev.vmmadvisor.api.advice.Diagnosis.Likelihood;
import dev.vmmadvisor.api.advice.Eligibility;
import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.advice.Outcome;
import dev.vmmadvisor.api.catalog.Condition;
import dev.vmmadvisor.api.catalog.Confidence;
import dev.vmmadvisor.api.catalog.KnownIssue;
import dev.vmmadvisor.api.catalog.LogMessage;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.catalog.RuleKind;
import dev.vmmadvisor.api.catalog.Severity;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Workload;
import dev.vmmadvisor.core.decision.DecisionEngine;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/** A host with a failure, and the VMMs that may have run there. Immutable. */
final class DiagnosisContext {

  private final Host host;
  private final Set<Vmm> running;
  private final DecisionEngine engine;
  private final BiPredicate<Remedy, Host> feasible;
  private final Map<Vmm, Candidate> candidates = new EnumMap<>(Vmm.class);

  /**
   * Creates it.
   *
   * @param host the host
   * @param named the VMMs that the text names
   * @param notRunning the VMMs that the text excludes
   */
  DiagnosisContext(
      Host host,
      Set<Vmm> named,
      Set<Vmm> notRunning,
      DecisionEngine engine,
      BiPredicate<Remedy, Host> feasible) {
    this.host = host;
    this.engine = engine;
    this.feasible = feasible;
    engine
        .candidates(host, Goal.BALANCED)
        .forEach(candidate -> candidates.put(candidate.vmm(), candidate));
    this.running = running(named, notRunning);
  }

  /** The VMMs that a text names; of several, the current one if it is among them. */
  private Set<Vmm> running(Set<Vmm> named, Set<Vmm> notRunning) {
    Optional<Vmm> current = host.dockerDesktop().vmm().filter(vmm -> !notRunning.contains(vmm));
    if (current.isPresent() && (named.isEmpty() || named.contains(current.get()))) {
      return EnumSet.of(current.get());
    }
    if (!named.isEmpty()) {
      return EnumSet.copyOf(named);
    }
    Set<Vmm> running = EnumSet.noneOf(Vmm.class);
    for (Vmm vmm : Vmm.values()) {
      if (!notRunning.contains(vmm) && canRun(vmm)) {
        running.add(vmm);
      }
    }
    return running.isEmpty() ? EnumSet.allOf(Vmm.class) : running;
  }

  /** Whether a VMM exists for this Mac and release; a lack of memory does not matter. */
  private boolean canRun(Vmm vmm) {
    return candidate(vmm).findings().stream()
        .noneMatch(
            finding ->
                finding.outcome() == Outcome.VIOLATED
                    && finding.severity() == Severity.BLOCKER
                    && (finding.kind() == RuleKind.DEPRECATION
                        || finding.facts().contains(Fact.ARCHITECTURE)));
  }

  /**
   * The context with the need that an issue is about, if the traits of the host are unknown. A
   * message of the issue proves the need, which otherwise counts only if it is declared.
   */
  DiagnosisContext withNeedOf(KnownIssue issue) {
    if (!issue.declaredOnly()
        || host.workload().traits().isPresent()
        || !(issue.trigger().orElse(null) instanceof Condition.Contains need)
        || need.fact() != Fact.TRAITS) {
      return this;
    }
    Host withNeed =
        Host.builder()
            .from(host)
            .workload(Workload.builder().from(host.workload()).traits(need.values()).build())
            .build();
    return new DiagnosisContext(withNeed, running, EnumSet.noneOf(Vmm.class), engine, feasible);
  }

  /** The VMMs that may have run, in the order of {@link Vmm}. */
  Set<Vmm> running() {
    return running;
  }

  /** The candidates for the host, in the order of {@link Vmm}. */
  List<Candidate> candidates() {
    return List.copyOf(candidates.values());
  }

  /** Whether the host is known not to be a Mac; a catalog does not cover it. */
  boolean isElsewhere() {
    return host.operatingSystem().filter(system -> !system.equals(Host.MACOS)).isPresent();
  }

  /** The likelihood that an issue affects the host, over all VMMs that may have run. */
  Likelihood likelihood(KnownIssue issue) {
    if (isElsewhere()) {
      return Likelihood.UNLIKELY;
    }
    List<Likelihood> each = running.stream().map(vmm -> likelihood(issue, vmm)).distinct().toList();
    return each.size() == 1 ? each.get(0) : Likelihood.POSSIBLE;
  }

  /** The likelihood that a message has the meaning that the catalog states. */
  Likelihood likelihood(LogMessage message) {
    boolean otherRelease =
        host.dockerDesktop().version().filter(it -> !message.releases().contains(it)).isPresent();
    if (otherRelease || !Messages.isPossible(message, host)) {
      return Likelihood.UNLIKELY;
    }
    boolean certain =
        message.releases().equals(VersionRange.ALL) || host.dockerDesktop().version().isPresent();
    return certain && message.confidence() != Confidence.LOW
        ? Likelihood.LIKELY
        : Likelihood.POSSIBLE;
  }

  /** The current release, or empty if it is unknown. */
  Optional<Version> release() {
    return host.dockerDesktop().version();
  }

  /** The remedy as the host can carry it out; empty if it cannot, or if it has no effect. */
  Optional<Remedy> offered(Remedy remedy) {
    return engine.offered(remedy, running.iterator().next(), host).filter(this::isOffered);
  }

  private Likelihood likelihood(KnownIssue issue, Vmm vmm) {
    return candidate(vmm)
        .finding(issue.code())
        .map(
            finding ->
                switch (finding.outcome()) {
                  case VIOLATED -> Likelihood.LIKELY;
                  case UNKNOWN, ERROR -> Likelihood.POSSIBLE;
                  case SATISFIED, NOT_APPLICABLE -> Likelihood.UNLIKELY;
                })
        .orElse(Likelihood.UNLIKELY);
  }

  /**
   * The finding about an issue, for a VMM that may have run; if the issue is about none of these,
   * for another VMM. Of several findings the most likely one.
   */
  Finding finding(KnownIssue issue) {
    List<Vmm> vmms = new ArrayList<>(running);
    vmms.retainAll(issue.vmms());
    Finding worst = null;
    for (Vmm vmm : vmms.isEmpty() ? issue.vmms() : vmms) {
      Finding finding = candidate(vmm).finding(issue.code()).orElseThrow();
      if (worst == null || likelihood(issue, vmm).compareTo(likelihood(issue, worst.vmm())) < 0) {
        worst = finding;
      }
    }
    if (worst == null) {
      throw new IllegalStateException(issue.code() + " is about no VMM");
    }
    return worst;
  }

  /** The remedies of an issue, without those that are impossible or have no effect. */
  List<Remedy> remedies(KnownIssue issue) {
    Vmm vmm = finding(issue).vmm();
    return issue.remedies().stream()
        .flatMap(remedy -> engine.offered(remedy, vmm, host).stream())
        .distinct()
        .filter(this::isOffered)
        .toList();
  }

  private boolean isOffered(Remedy remedy) {
    if (!feasible.test(remedy, host)) {
      return false;
    }
    if (remedy instanceof Remedy.SwitchVmm choice) {
      return !running.equals(EnumSet.of(choice.vmm()))
          && candidate(choice.vmm()).eligibility() != Eligibility.INELIGIBLE
          && candidate(choice.vmm()).failures().isEmpty();
    }
    if (remedy instanceof Remedy.AvoidRelease avoid) {
      return host.dockerDesktop().version().map(avoid.releases()::contains).orElse(true);
    }
    if (remedy instanceof Remedy.AddSharedFolder
        || (remedy instanceof Remedy.MoveDatabaseToNamedVolume
            && host.workload().databases().isEmpty())) {
      return true; // no fact states whether it is done
    }
    Host changed = remedy.applyTo(host);
    return !changed.equals(host)
        && (!(remedy instanceof Remedy.UpgradeDockerDesktop) || isPossible(changed));
  }

  /** Whether some VMM may run on a host; otherwise its macOS does not support the release. */
  private boolean isPossible(Host changed) {
    return engine.candidates(changed, Goal.BALANCED).stream()
        .anyMatch(candidate -> candidate.eligibility() != Eligibility.INELIGIBLE);
  }

  private Candidate candidate(Vmm vmm) {
    Candidate candidate = candidates.get(vmm);
    if (candidate == null) {
      throw new IllegalStateException("no candidate " + vmm);
    }
    return candidate;
  }
}
