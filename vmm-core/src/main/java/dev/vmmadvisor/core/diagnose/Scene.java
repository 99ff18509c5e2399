package dev.vmmadvisor.core.diagnose;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Candidate;
import dev.vmmadvisor.api.advice.Diagnosis.Likelihood;
import dev.vmmadvisor.api.advice.Eligibility;
import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.catalog.KnownIssue;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.core.decide.Decider;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/** A host that something went wrong on, and the VMMs one of which ran there. */
final class Scene {

  private final Host host;
  private final Set<Vmm> running;
  private final Decider decider;
  private final BiPredicate<Remedy, Host> feasible;
  private final Map<Vmm, Candidate> candidates = new EnumMap<>(Vmm.class);

  Scene(Host host, Set<Vmm> named, Decider decider, BiPredicate<Remedy, Host> feasible) {
    this.host = host;
    this.running = running(host.dockerDesktop().vmm(), named);
    this.decider = decider;
    this.feasible = feasible;
    decider
        .candidates(host, Goal.BALANCED)
        .forEach(candidate -> candidates.put(candidate.vmm(), candidate));
  }

  /** What a text names is what ran; of several, it is the one in use if that is among them. */
  private static Set<Vmm> running(Optional<Vmm> inUse, Set<Vmm> named) {
    if (inUse.isPresent() && (named.isEmpty() || named.contains(inUse.get()))) {
      return EnumSet.of(inUse.get());
    }
    return named.isEmpty() ? EnumSet.allOf(Vmm.class) : EnumSet.copyOf(named);
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
