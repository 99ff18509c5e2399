package dev.vmmadvisor.core.diagnose;

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
import dev.vmmadvisor.core.decide.DecisionEngine;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/** A host that something went wrong on, and the VMMs one of which ran there. */
final class DiagnosisContext {

  private final Host host;
  private final Set<Vmm> running;
  private final DecisionEngine decider;
  private final BiPredicate<Remedy, Host> feasible;
  private final Map<Vmm, Candidate> candidates = new EnumMap<>(Vmm.class);

  /**
   * Makes it.
   *
   * @param host the host
   * @param named the VMMs that the text names
   * @param notRunning the VMMs that the text rules out
   */
  DiagnosisContext(
      Host host,
      Set<Vmm> named,
      Set<Vmm> notRunning,
      DecisionEngine decider,
      BiPredicate<Remedy, Host> feasible) {
    this.host = host;
    this.decider = decider;
    this.feasible = feasible;
    decider
        .candidates(host, Goal.BALANCED)
        .forEach(candidate -> candidates.put(candidate.vmm(), candidate));
    this.running = running(named, notRunning);
  }

  /** What a text names is what ran; of several, it is the one in use if that is among them. */
  private Set<Vmm> running(Set<Vmm> named, Set<Vmm> notRunning) {
    Optional<Vmm> inUse = host.dockerDesktop().vmm().filter(vmm -> !notRunning.contains(vmm));
    if (inUse.isPresent() && (named.isEmpty() || named.contains(inUse.get()))) {
      return EnumSet.of(inUse.get());
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

  /** Whether a VMM is there for this Mac and release; one that only lacks memory is there. */
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
   * The scene with the need that an issue is about, if the host does not tell its traits: a message
   * of the issue shows the need, which is otherwise only the asker's to declare.
   */
  DiagnosisContext showing(KnownIssue issue) {
    if (!issue.declaredOnly()
        || host.workload().traits().isPresent()
        || !(issue.trigger().orElse(null) instanceof Condition.Contains need)
        || need.fact() != Fact.TRAITS) {
      return this;
    }
    Host needy =
        Host.builder()
            .from(host)
            .workload(Workload.builder().from(host.workload()).traits(need.values()).build())
            .build();
    return new DiagnosisContext(needy, running, EnumSet.noneOf(Vmm.class), decider, feasible);
  }

  /** The VMMs one of which ran, in the order of {@link Vmm}. */
  Set<Vmm> running() {
    return running;
  }

  /** The candidates for the host, in the order of {@link Vmm}. */
  List<Candidate> candidates() {
    return List.copyOf(candidates.values());
  }

  /** Whether the host is known to be no Mac, of which a catalog says nothing. */
  boolean isElsewhere() {
    return host.operatingSystem().filter(system -> !system.equals(Host.MACOS)).isPresent();
  }

  /** How sure it is that an issue that a text looks like hits, whichever VMM ran. */
  Likelihood likelihood(KnownIssue issue) {
    if (isElsewhere()) {
      return Likelihood.UNLIKELY;
    }
    List<Likelihood> each = running.stream().map(vmm -> likelihood(issue, vmm)).distinct().toList();
    return each.size() == 1 ? each.get(0) : Likelihood.POSSIBLE;
  }

  /** How sure it is that a message of a text means what the catalog says of it. */
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

  /** The release in use, or empty if it is not known. */
  Optional<Version> release() {
    return host.dockerDesktop().version();
  }

  /** A remedy as it can be carried out here; empty if it cannot, or is done already. */
  Optional<Remedy> offered(Remedy remedy) {
    return decider.offered(remedy, running.iterator().next(), host).filter(this::isOffered);
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

  /** What was found about an issue for the VMM that ran or, failing that, for one it is about. */
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

  /** The remedies of an issue, without what cannot be done here or is done already. */
  List<Remedy> remedies(KnownIssue issue) {
    Vmm vmm = finding(issue).vmm();
    return issue.remedies().stream()
        .flatMap(remedy -> decider.offered(remedy, vmm, host).stream())
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
      return true; // no fact tells whether it is done
    }
    Host changed = remedy.applyTo(host);
    return !changed.equals(host)
        && (!(remedy instanceof Remedy.UpgradeDockerDesktop) || isPossible(changed));
  }

  /** Whether some VMM may run on a host; what none can run on is no release for its macOS. */
  private boolean isPossible(Host changed) {
    return decider.candidates(changed, Goal.BALANCED).stream()
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
