package dev.vmmadvisor.core.text;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Comparison;
import dev.vmmadvisor.api.advice.Criterion;
import dev.vmmadvisor.api.advice.Eligibility;
import dev.vmmadvisor.api.catalog.Severity;
import java.util.List;
import java.util.Optional;

/** A comparison as a page: which of the two, and the ledger. */
final class ComparisonDocument {

  private final Comparison comparison;
  private final Messages words;
  private final Document page = new Document();

  ComparisonDocument(Comparison comparison, Messages words) {
    this.comparison = comparison;
    this.words = words;
  }

  Document page() {
    page.lead(lead());
    if (comparison.fromVmm() != comparison.toVmm()) {
      addLedger("heading.gained", "compare.no-gain", comparison.gains());
      addLedger("heading.lost", "compare.no-loss", comparison.losses());
    }
    DocumentSections.addNotices(page, comparison.recommendation().notices(), words);
    return DocumentSections.addFooter(page, comparison.recommendation(), words);
  }

  private String lead() {
    Vmm from = comparison.fromVmm();
    Vmm to = comparison.toVmm();
    if (comparison.decidedBy().isEmpty()) {
      return words.text("compare.same", "vmm", words.the(to));
    }
    if (isRuledOut(from) && isRuledOut(to)) {
      return words.text("compare.neither", "from", words.the(from), "to", words.the(to));
    }
    Vmm better = comparison.better();
    return words.sentences(
        words.text(
            "compare.better",
            "better",
            words.the(better),
            "other",
            words.the(better == to ? from : to)),
        words.text(
            "compare.decided", "criterion", words.text("decided." + comparison.decidedBy().get())),
        isOpen() ? words.text("compare.open") : "");
  }

  private boolean isRuledOut(Vmm vmm) {
    return comparison.recommendation().candidate(vmm).eligibility() == Eligibility.INELIGIBLE;
  }

  /** Whether a line that counts in the ranking is not certain, or a hard rule failed. */
  private boolean isOpen() {
    return isFailed(comparison.fromVmm())
        || isFailed(comparison.toVmm())
        || comparison.gains().stream().anyMatch(ComparisonDocument::isOpen)
        || comparison.losses().stream().anyMatch(ComparisonDocument::isOpen);
  }

  private boolean isFailed(Vmm vmm) {
    return !comparison.recommendation().candidate(vmm).failures().isEmpty();
  }

  private static boolean isOpen(Comparison.Entry entry) {
    return !entry.certain() && entry.criterion().isPresent();
  }

  private void addLedger(String heading, String nothing, List<Comparison.Entry> entries) {
    if (entries.isEmpty()) {
      page.paragraph(words.text(nothing));
      return;
    }
    page.heading(
        words.text(
            heading, "from", words.the(comparison.fromVmm()), "to", words.the(comparison.toVmm())));
    List<Comparison.Entry> shown = entries.stream().filter(ComparisonDocument::isTold).toList();
    shown.forEach(this::add);
    int others = entries.size() - shown.size();
    if (others > 0) {
      page.item(
          others == 1
              ? words.text("compare.minor")
              : words.text("compare.minor.more", "number", others));
    }
  }

  /** Whether a line is reported: what is of little weight, or only possible, just counts. */
  private static boolean isTold(Comparison.Entry entry) {
    return entry.criterion().isPresent() || (entry.certain() && entry.severity() != Severity.INFO);
  }

  private void add(Comparison.Entry entry) {
    String line =
        words.text(
            "compare.entry",
            "message",
            entry.message(),
            "sources",
            words.list(entry.sources().stream().map(Document::code).toList()));
    if (entry.criterion().equals(Optional.of(Criterion.SPEED))) {
      page.item(line);
    } else {
      page.item(entry.severity(), words.text("severity." + entry.severity()), line);
    }
  }
}
