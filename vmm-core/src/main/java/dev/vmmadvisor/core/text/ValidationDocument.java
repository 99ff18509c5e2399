package dev.vmmadvisor.core.text;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Criterion;
import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.advice.Outcome;
import dev.vmmadvisor.api.advice.ValidationReport;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.catalog.Severity;
import dev.vmmadvisor.api.catalog.Vulnerability;
import dev.vmmadvisor.api.detect.DetectionState;
import dev.vmmadvisor.api.host.Notice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A report on a configuration as a page. */
final class ValidationDocument {

  private final ValidationReport report;
  private final Messages words;
  private final RemedyFormatter remedies;
  private final FindingFormatter findings;
  private final DetectionState state;
  private final Document page = new Document();

  ValidationDocument(
      ValidationReport report,
      Messages words,
      RemedyFormatter remedies,
      FindingFormatter findings) {
    this.report = report;
    this.words = words;
    this.remedies = remedies;
    this.findings = findings;
    this.state = DetectionState.of(report.host());
  }

  Document page() {
    page.lead(lead());
    DocumentSections.addSecurity(page, report.security(), words);
    addOtherVmms();
    add(words.text("heading.errors"), report.errors(), notices(true));
    add(words.text("heading.warnings"), report.warnings(), List.of());
    add(words.text("heading.notes"), report.notes(), List.of());
    DocumentSections.addNotices(
        page,
        DocumentSections.without(state, notices(false)).stream()
            .filter(notice -> !isListed(notice))
            .toList(),
        words);
    DocumentSections.addKnownAsOf(page, report.catalog(), words);
    return page;
  }

  /** What to do first where the release has a vulnerability that a later one fixes. */
  private String upgrade() {
    Optional<Version> to = report.security().upgradeTo();
    if (to.isEmpty()) {
      return DocumentSections.noSafeRelease(report.security(), words);
    }
    Optional<Vmm> other =
        report.errors().stream()
            .filter(this::isVulnerability)
            .flatMap(finding -> finding.remedies().stream())
            .filter(remedy -> remedy instanceof Remedy.SwitchVmm)
            .map(remedy -> ((Remedy.SwitchVmm) remedy).vmm())
            .findFirst()
            .filter(vmm -> !isLocked());
    return words.sentences(
        other.isPresent()
            ? words.text("lead.upgrade.until", "to", to.get(), "vmm", words.the(other.get()))
            : words.text("lead.upgrade", "to", to.get()),
        DocumentSections.noSafeRelease(report.security(), words));
  }

  private boolean isLocked() {
    return report.host().dockerDesktop().lockedSettings().orElse(List.of()).contains("vmm");
  }

  private String lead() {
    String found = DocumentSections.state(state, report.host(), words);
    return switch (state) {
      case NOT_A_MAC -> found;
      case NOT_INSTALLED -> words.sentences(found, words.text("validation.not-installed"));
      default ->
          words.sentences(
              found,
              DocumentSections.isNothingKnown(report.host())
                  ? DocumentSections.toSupply(words)
                  : words.sentences(upgrade(), judgement()));
    };
  }

  private String judgement() {
    return switch (report.status()) {
      case ERRORS ->
          words.text(
              notices(true).isEmpty() && report.errors().stream().allMatch(this::isVulnerability)
                  ? "validation.vulnerable"
                  : "validation.errors",
              "counts",
              counts());
      case WARNINGS ->
          words.text(
              isOpen() ? "validation.warnings.open" : "validation.warnings", "counts", counts());
      case CLEAN -> words.text(isOpen() ? "validation.clean.open" : "validation.clean");
    };
  }

  /** Whether something that is not known could turn into an error. */
  private boolean isOpen() {
    return report.vmm().isEmpty()
        || report.notes().stream().anyMatch(ValidationDocument::isUnknown)
        || report.warnings().stream().anyMatch(ValidationDocument::isFailed);
  }

  /** Whether a hard constraint failed, which is among the warnings. */
  private static boolean isFailed(Finding finding) {
    return finding.outcome() == Outcome.ERROR
        && finding.countsFor().contains(Criterion.ELIGIBILITY);
  }

  /** Whether a notice is about a constraint that failed and is among the findings already. */
  private boolean isListed(Notice notice) {
    return DocumentSections.failed(notice)
        .filter(
            code ->
                Stream.of(report.warnings(), report.notes())
                    .flatMap(List::stream)
                    .anyMatch(
                        finding ->
                            finding.outcome() == Outcome.ERROR && finding.code().equals(code)))
        .isPresent();
  }

  private boolean isVulnerability(Finding finding) {
    return findings.rule(finding.code()) instanceof Vulnerability;
  }

  private static boolean isUnknown(Finding finding) {
    return finding.outcome() == Outcome.UNKNOWN;
  }

  private String counts() {
    List<String> counts = new ArrayList<>();
    int errors = report.errors().size() + notices(true).size();
    boolean general =
        report.security().vulnerabilities().stream()
            .anyMatch(it -> it.certain() && it.fixedIn().isPresent() && !it.dependsOnChoice());
    // with an unknown VMM, a vulnerability of one that can be in use is no error yet
    boolean possible = report.vmm().isEmpty() && report.security().upgradeTo().isPresent();
    int warnings = report.warnings().size() + (general || possible ? 1 : 0);
    if (errors > 0) {
      counts.add(
          errors == 1
              ? words.text("validation.error-count")
              : words.text("validation.error-count.more", "number", errors));
    }
    if (warnings > 0) {
      counts.add(
          warnings == 1
              ? words.text("validation.warning-count")
              : words.text("validation.warning-count.more", "number", warnings));
    }
    return words.list(counts);
  }

  /** The notices that are errors, or the others. */
  private List<Notice> notices(boolean isError) {
    return report.notices().stream()
        .filter(notice -> notice.code().equals("vm-memory-above-physical") == isError)
        .toList();
  }

  private void add(String heading, List<Finding> findings, List<Notice> notices) {
    if (findings.isEmpty() && notices.isEmpty()) {
      return;
    }
    page.heading(heading);
    for (Notice notice : notices) {
      page.item(
          Severity.BLOCKER,
          words.text("severity." + Severity.BLOCKER),
          words.text("notice", "path", Document.code(notice.path()), "message", notice.message()));
    }
    for (Finding finding : findings) {
      boolean unknown = isUnknown(finding);
      page.item(
          unknown ? Severity.INFO : finding.severity(),
          words.text(unknown ? "validation.unknown" : "severity." + finding.severity()),
          words.sentences(finding.message(), onlyWith(finding)));
    }
  }

  /** The VMMs with which a finding is violated, unless that is so with all that were checked. */
  private String onlyWith(Finding finding) {
    List<String> vmms =
        report.onlyWith().getOrDefault(finding.code(), List.of()).stream()
            .map(words::name)
            .toList();
    return vmms.isEmpty() ? "" : words.text("validation.only-with", "vmms", words.all(vmms));
  }

  /** The VMMs to take instead, which the findings do not tell themselves. */
  private void addOtherVmms() {
    List<String> choices =
        Stream.of(report.errors(), report.warnings(), report.notes())
            .flatMap(List::stream)
            .flatMap(finding -> finding.remedies().stream())
            .filter(remedy -> remedy instanceof Remedy.SwitchVmm)
            .distinct()
            .map(remedy -> remedies.sentence(remedy, report.host().dockerDesktop().version()))
            .map(choice -> isLocked() ? words.text("remedy.locked", "remedy", choice) : choice)
            .toList();
    if (!choices.isEmpty()) {
      page.paragraph(
          words.text(
              "validation.another",
              "remedies",
              String.join(words.text("remedy.separator"), choices)));
    }
  }
}
