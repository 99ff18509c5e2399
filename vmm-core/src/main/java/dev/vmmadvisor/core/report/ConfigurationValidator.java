package dev.vmmadvisor.core.report;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Candidate;
import dev.vmmadvisor.api.advice.Criterion;
import dev.vmmadvisor.api.advice.Eligibility;
import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.advice.Outcome;
import dev.vmmadvisor.api.advice.SecurityStatus;
import dev.vmmadvisor.api.advice.ValidationReport;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.catalog.Rule;
import dev.vmmadvisor.api.catalog.Severity;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Notice;
import dev.vmmadvisor.core.answer.AnswerRenderer;
import dev.vmmadvisor.core.answer.FindingValue;
import dev.vmmadvisor.core.answer.ValidationReportValue;
import dev.vmmadvisor.core.decision.DecisionEngine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Validates the configuration of a host as it is. Immutable and safe to share between threads. */
public final class ConfigurationValidator {

  private final DecisionEngine engine;
  private final AnswerRenderer wording;

  /**
   * Creates a validator.
   *
   * @param engine computes the findings
   * @param wording the renderer of reports
   */
  public ConfigurationValidator(DecisionEngine engine, AnswerRenderer wording) {
    this.engine = engine;
    this.wording = wording;
  }

  /** The report on the configuration of a host. */
  public ValidationReport report(Host original) {
    Host host = engine.effective(original);
    SecurityStatus security = engine.security().status(host, Goal.BALANCED);
    ValidationReportValue.Builder report =
        ValidationReportValue.builder()
            .host(original)
            .vmm(host.dockerDesktop().vmm())
            .security(security)
            .catalog(engine.reference())
            .renderer(wording);
    List<Candidate> candidates =
        engine.candidates(host, Goal.BALANCED).stream()
            .sorted(Comparator.comparing(Candidate::vmm))
            .toList();
    report.notices(notices(host, candidates));
    List<Candidate> checked = checked(host.dockerDesktop().vmm(), candidates);
    for (Rule rule : engine.rules()) {
      List<Finding> all =
          checked.stream().flatMap(candidate -> candidate.finding(rule.code()).stream()).toList();
      if (all.isEmpty() || isInSecurityStatus(all.get(0))) {
        continue;
      }
      List<Finding> violated = with(Outcome.VIOLATED, all);
      List<Finding> failed = with(Outcome.ERROR, all);
      if (!violated.isEmpty()) {
        boolean affectsAll = violated.size() == checked.size();
        if (!affectsAll) {
          report.putOnlyWith(rule.code(), violated.stream().map(Finding::vmm).toList());
        }
        Finding shown = preferred(violated, security.vmm());
        add(withPossibleRemedies(shown, candidates), affectsAll, report);
      } else if (!failed.isEmpty()) {
        addFailed(failed.get(0), report);
      } else if (all.size() == checked.size()
          && all.stream().allMatch(ConfigurationValidator::isUndetermined)) {
        report.addNotes(all.get(0));
      }
    }
    return report.build();
  }

  /** Whether the security status of the report includes a finding. */
  private boolean isInSecurityStatus(Finding finding) {
    return engine.security().isGeneral(finding) && finding.waiver().isEmpty();
  }

  private static List<Finding> with(Outcome outcome, List<Finding> findings) {
    return findings.stream().filter(finding -> finding.outcome() == outcome).toList();
  }

  /**
   * The finding about a VMM, so that all remedies of a report are for the same one; otherwise the
   * first finding.
   */
  private static Finding preferred(List<Finding> findings, Optional<Vmm> vmm) {
    return findings.stream()
        .filter(finding -> vmm.equals(Optional.of(finding.vmm())))
        .findFirst()
        .orElse(findings.get(0));
  }

  /** The current VMM. If it is unknown, the VMMs that can run, or all if none can. */
  private static List<Candidate> checked(Optional<Vmm> current, List<Candidate> candidates) {
    List<Candidate> checked =
        candidates.stream()
            .filter(
                candidate ->
                    current.isPresent()
                        ? candidate.vmm() == current.get()
                        : candidate.eligibility() != Eligibility.INELIGIBLE)
            .toList();
    return checked.isEmpty() ? candidates : checked;
  }

  /** Adds a violated finding. One that does not affect all checked VMMs is a note. */
  private static void add(
      Finding finding, boolean affectsAll, ValidationReportValue.Builder report) {
    if (isOfEligibility(finding) || (affectsAll && isHard(finding))) {
      report.addErrors(finding);
    } else if (affectsAll && isWarning(finding)) {
      report.addWarnings(finding);
    } else {
      report.addNotes(finding);
    }
  }

  /** Adds a finding of a constraint in code that failed. */
  private static void addFailed(Finding finding, ValidationReportValue.Builder report) {
    if (isWarning(finding)) {
      report.addWarnings(finding);
    } else {
      report.addNotes(finding);
    }
  }

  private static boolean isWarning(Finding finding) {
    return finding.severity() != Severity.INFO && finding.waiver().isEmpty();
  }

  private static boolean isOfEligibility(Finding finding) {
    return finding.countsFor().contains(Criterion.ELIGIBILITY);
  }

  private static boolean isHard(Finding finding) {
    return isOfEligibility(finding) || finding.countsFor().contains(Criterion.SECURITY);
  }

  private static boolean isUndetermined(Finding finding) {
    return isHard(finding) && finding.outcome() == Outcome.UNKNOWN;
  }

  /**
   * The finding without remedies that select a VMM that cannot run, or for which a hard constraint
   * failed.
   */
  private static Finding withPossibleRemedies(Finding finding, List<Candidate> candidates) {
    return FindingValue.withRemedies(
        finding,
        finding.remedies().stream()
            .filter(
                remedy ->
                    !(remedy instanceof Remedy.SwitchVmm choice)
                        || candidates.stream()
                            .anyMatch(
                                candidate ->
                                    candidate.vmm() == choice.vmm()
                                        && candidate.eligibility() != Eligibility.INELIGIBLE
                                        && candidate.failures().isEmpty()))
            .toList());
  }

  private List<Notice> notices(Host host, List<Candidate> candidates) {
    List<Notice> notices = new ArrayList<>(engine.notices(host, candidates));
    boolean isMac = host.operatingSystem().filter(it -> !it.equals(Host.MACOS)).isEmpty();
    if (isMac && host.dockerDesktop().vmm().isEmpty()) {
      notices.add(engine.notice("vmm-not-known", Fact.CURRENT_VMM.path(), Map.of()));
    }
    return notices;
  }
}
