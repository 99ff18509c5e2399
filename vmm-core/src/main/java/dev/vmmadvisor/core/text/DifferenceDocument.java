package dev.vmmadvisor.core.text;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Difference;
import dev.vmmadvisor.api.advice.Difference.Kind;
import dev.vmmadvisor.api.advice.Outcome;
import dev.vmmadvisor.api.host.Notice;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A difference as a page: what has become of the best and why, then the causes and the rest. */
final class DifferenceDocument {

  private static final int MAX_CAUSES = 3; // in the first line

  private final Difference difference;
  private final Messages words;
  private final Document page = new Document();

  DifferenceDocument(Difference difference, Messages words) {
    this.difference = difference;
    this.words = words;
  }

  Document page() {
    if (difference.isEmpty()) {
      page.lead(words.text("diff.none"));
      addFailures();
      return page;
    }
    page.lead(lead());
    addCauses();
    addAll("heading.also-changed", difference.alsoChanged());
    List<Difference.Change> consequences =
        difference.changes().stream().filter(change -> !isCause(change)).toList();
    List<Difference.Change> shown =
        consequences.stream().filter(DifferenceDocument::isTold).toList();
    addAll("heading.consequences", shown);
    int others = consequences.size() - shown.size();
    if (others > 0) {
      String number =
          others == 1
              ? words.text("diff.others")
              : words.text("diff.others.more", "number", others);
      if (shown.isEmpty()) {
        page.paragraph(number);
      } else {
        page.item(number);
      }
    }
    addFailures();
    return page;
  }

  private void addFailures() {
    Set<Notice> notices = new LinkedHashSet<>(difference.before().notices());
    notices.addAll(difference.after().notices());
    DocumentSections.addFailures(page, List.copyOf(notices), words);
  }

  private String lead() {
    String outcome = outcome();
    if (difference.because().isEmpty()) {
      return words.text(
          isSameBest() && hasSameRanking() ? "diff.same" : "diff.lead", "outcome", outcome);
    }
    List<String> causes = new ArrayList<>(messages(difference.because().get(0)));
    if (causes.size() > MAX_CAUSES) {
      int others = causes.size() - MAX_CAUSES + 1;
      causes.subList(MAX_CAUSES - 1, causes.size()).clear();
      causes.add(words.text("diff.more", "number", others));
    }
    return words.text(
        isSameBest() ? "diff.though" : "diff.because",
        "outcome",
        outcome,
        "causes",
        words.all(causes));
  }

  /** The changes that the first line does not name, and other sets that would have been enough. */
  private void addCauses() {
    if (difference.because().isEmpty()) {
      return;
    }
    List<Difference.Change> first = difference.because().get(0);
    if (first.size() > MAX_CAUSES) {
      addAll("heading.causes", first);
    }
    List<List<Difference.Change>> others =
        difference.because().subList(1, difference.because().size());
    if (!others.isEmpty()) {
      page.heading(words.text("heading.causes.other"));
      others.forEach(set -> page.item(words.all(messages(set))));
    }
    if (!difference.complete()) {
      page.paragraph(words.text("diff.incomplete"));
    }
  }

  private static List<String> messages(List<Difference.Change> changes) {
    return changes.stream().map(Difference.Change::message).toList();
  }

  private boolean hasSameRanking() {
    return difference.changes().stream()
        .noneMatch(
            change ->
                switch (change.kind()) {
                  case BEST, CERTAINTY, RANK, ELIGIBILITY -> true;
                  case HOST, CATALOG, GOAL, FINDING -> false;
                });
  }

  private boolean isSameBest() {
    return difference.before().best().equals(difference.after().best());
  }

  private String outcome() {
    Optional<Vmm> before = difference.before().best();
    Optional<Vmm> after = difference.after().best();
    if (after.isEmpty()) {
      return before
          .map(vmm -> words.text("diff.best.lost", "before", words.the(vmm)))
          .orElseGet(() -> words.text("diff.best.none"));
    }
    String best = words.the(after.get());
    if (before.equals(after)) {
      return words.text("diff.best.same", "after", best);
    }
    return before
        .map(vmm -> words.text("diff.best.changed", "after", best, "before", words.the(vmm)))
        .orElseGet(() -> words.text("diff.best.found", "after", best));
  }

  private static boolean isCause(Difference.Change change) {
    return switch (change.kind()) {
      case HOST, CATALOG, GOAL -> true;
      case BEST, CERTAINTY, RANK, ELIGIBILITY, FINDING -> false;
    };
  }

  /**
   * Whether a consequence is reported: of the findings only what now speaks against a VMM or did.
   */
  private static boolean isTold(Difference.Change change) {
    Optional<String> violated = Optional.of(Outcome.VIOLATED.id());
    return change.kind() != Kind.FINDING
        || change.before().equals(violated)
        || change.after().equals(violated);
  }

  private void addAll(String heading, List<Difference.Change> changes) {
    if (!changes.isEmpty()) {
      page.heading(words.text(heading));
      changes.forEach(change -> page.item(change.message()));
    }
  }
}
