package dev.vmmadvisor.core.validate;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Candidate;
import dev.vmmadvisor.api.advice.Criterion;
import dev.vmmadvisor.api.advice.Eligibility;
import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.advice.Outcome;
import dev.vmmadvisor.api.advice.ValidationReport;
import dev.vmmadvisor.api.advice.Wording;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.catalog.Severity;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Notice;
import dev.vmmadvisor.core.decide.Decider;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reports on configurations as they are. Immutable and safe to share between threads. */
public final class Validator {

  private final Decider decider;
  private final Wording wording;

  /**
   * Makes it.
   *
   * @param decider finds what speaks against a VMM
   * @param wording the words for reports
   */
  public Validator(Decider decider, Wording wording) {
    this.decider = decider;
    this.wording = wording;
  }

  /** The report on the configuration of a host. */
  public ValidationReport report(Host asked) {
    Host host = decider.effective(asked);
    ValidationReport.Builder report =
        ValidationReport.builder()
            .host(asked)
            .vmm(host.dockerDesktop().vmm())
            .notices(notices(host))
            .catalog(decider.reference())
            .wording(wording);
    List<Candidate> candidates =
        decider.candidates(host, Goal.BALANCED).stream()
            .sorted(Comparator.comparing(Candidate::vmm))
            .toList();
    for (Finding each : findings(host.dockerDesktop().vmm(), candidates)) {
      Finding finding = withPossibleRemedies(each, candidates);
      boolean hard = finding.countsFor().contains(Criterion.ELIGIBILITY);
      if (finding.outcome() == Outcome.VIOLATED) {
        if (hard) {
          report.addErrors(finding);
        } else if (finding.severity() != Severity.INFO && finding.waiver().isEmpty()) {
          report.addWarnings(finding);
        } else {
          report.addNotes(finding);
        }
      } else if (hard && finding.outcome() == Outcome.UNKNOWN) {
        report.addNotes(finding);
      }
    }
    return report.build();
  }

  /** The findings about a VMM; if it is unknown, those that are alike for every VMM. */
  private static List<Finding> findings(Optional<Vmm> vmm, List<Candidate> candidates) {
    if (vmm.isPresent()) {
      return candidates.stream()
          .filter(candidate -> candidate.vmm() == vmm.get())
          .flatMap(candidate -> candidate.findings().stream())
          .toList();
    }
    return candidates.get(0).findings().stream()
        .filter(
            finding ->
                candidates.stream()
                    .allMatch(
                        candidate ->
                            candidate
                                .finding(finding.code())
                                .filter(other -> other.outcome() == finding.outcome())
                                .isPresent()))
        .toList();
  }

  /** A finding that does not offer a VMM that cannot run here. */
  private static Finding withPossibleRemedies(Finding finding, List<Candidate> candidates) {
    return finding.withRemedies(
        finding.remedies().stream()
            .filter(
                remedy ->
                    !(remedy instanceof Remedy.SwitchVmm choice)
                        || candidates.stream()
                            .anyMatch(
                                candidate ->
                                    candidate.vmm() == choice.vmm()
                                        && candidate.eligibility() != Eligibility.INELIGIBLE))
            .toList());
  }

  private List<Notice> notices(Host host) {
    List<Notice> notices = new ArrayList<>(decider.notices(host));
    if (host.dockerDesktop().vmm().isEmpty()) {
      notices.add(decider.notice("vmm-not-known", Fact.CURRENT_VMM.path(), Map.of()));
    }
    Optional<Integer> ofVm = host.dockerDesktop().memoryMiB();
    Optional<Integer> physical = host.memoryMiB();
    if (ofVm.isPresent() && physical.isPresent() && ofVm.get() >= physical.get()) {
      Map<String, Object> parameters = new LinkedHashMap<>();
      parameters.put("memoryMiB", ofVm.get());
      parameters.put("physicalMiB", physical.get());
      notices.add(decider.notice("vm-memory-above-physical", Fact.VM_MEMORY.path(), parameters));
    }
    return notices;
  }
}
