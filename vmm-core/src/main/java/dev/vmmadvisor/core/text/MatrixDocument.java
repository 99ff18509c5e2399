package dev.vmmadvisor.core.text;

import dev.vmmadvisor.api.advice.Candidate;
import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.advice.Outcome;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.detect.DetectionState;
import java.util.stream.Collectors;

/** Every finding of a recommendation as a page: the whole matrix. */
final class MatrixDocument {

  private final Recommendation recommendation;
  private final Messages words;

  MatrixDocument(Recommendation recommendation, Messages words) {
    this.recommendation = recommendation;
    this.words = words;
  }

  Document page() {
    Document page = new Document().lead(lead()).paragraph(words.text("why"), recommendation.why());
    for (Candidate candidate : recommendation.candidates()) {
      page.heading(
          words.text(
              "matrix.candidate",
              "rank",
              candidate.rank(),
              "vmm",
              words.name(candidate.vmm()),
              "eligibility",
              words.text("eligibility." + candidate.eligibility()),
              "criterion",
              words.text("criterion." + candidate.decidedBy())));
      candidate.findings().forEach(finding -> add(page, finding));
    }
    DocumentSections.addNotices(page, recommendation.notices(), words);
    return page;
  }

  private String lead() {
    DetectionState state = DetectionState.of(recommendation.host());
    String found = DocumentSections.state(state, recommendation.host(), words);
    if (state == DetectionState.NOT_A_MAC) {
      return found;
    }
    String best =
        DocumentSections.isNothingKnown(recommendation.host())
            ? DocumentSections.toSupply(words)
            : recommendation
                .best()
                .map(vmm -> words.text("matrix.best", "vmm", words.the(vmm)))
                .orElseGet(() -> words.text("lead.none"));
    return words.sentences(found, best);
  }

  private void add(Document page, Finding finding) {
    String outcome = words.text("outcome." + finding.outcome());
    boolean matters =
        finding.outcome() != Outcome.SATISFIED && finding.outcome() != Outcome.NOT_APPLICABLE;
    page.item(
        finding.severity(),
        matters
            ? words.text(
                "matrix.tag",
                "outcome",
                outcome,
                "severity",
                words.text("severity." + finding.severity()))
            : outcome,
        words.text(
            "matrix.finding", "code", Document.code(finding.code()), "message", finding.message()));
    if (!finding.urls().isEmpty()) {
      page.subitem(
          words.text("matrix.sources"),
          finding.urls().stream().map(Document::code).collect(Collectors.joining(" ")));
    }
  }
}
