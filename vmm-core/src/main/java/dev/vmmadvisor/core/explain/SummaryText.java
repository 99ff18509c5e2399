package dev.vmmadvisor.core.explain;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Candidate;
import dev.vmmadvisor.api.advice.Eligibility;
import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.advice.MissingFact;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.host.Notice;
import java.util.Optional;

/** A recommendation as a screenful of English text. */
final class SummaryText {

  private final Recommendation recommendation;
  private final RemedyWording remedies;
  private final StringBuilder text = new StringBuilder();

  SummaryText(Recommendation recommendation, RemedyWording remedies) {
    this.recommendation = recommendation;
    this.remedies = remedies;
  }

  String text() {
    line(whatToDo() + EnglishWording.certainty(recommendation));
    line("");
    line("Why: " + recommendation.why());
    appendCandidates();
    appendMissingFacts();
    appendPresentChoice();
    appendNotices();
    line("");
    line(
        "Goal: "
            + recommendation.goal()
            + ". Known as of "
            + recommendation.catalog().asOf()
            + ", up to Docker Desktop "
            + recommendation.catalog().newestRelease()
            + ".");
    return text.toString();
  }

  private String whatToDo() {
    if (recommendation.best().isEmpty()) {
      return "No virtual machine manager of Docker Desktop for Mac can run on this host.";
    }
    Vmm best = recommendation.best().get();
    Optional<Vmm> current = recommendation.host().dockerDesktop().vmm();
    String name = EnglishWording.name(best, false);
    if (current.equals(Optional.of(best))) {
      return "Stay with " + name + ".";
    }
    String place = remedies.place("switch-vmm", recommendation.host().dockerDesktop().version());
    return current
        .map(vmm -> "Switch from " + EnglishWording.name(vmm, false) + " to " + name + place + ".")
        .orElse("Use " + name + ".");
  }

  private void appendCandidates() {
    line("");
    for (Candidate candidate : recommendation.candidates()) {
      line(
          candidate.rank()
              + ". "
              + candidate.vmm().displayName()
              + " ("
              + candidate.eligibility()
              + candidate.phase().map(phase -> ", " + phase).orElse("")
              + ")");
      if (candidate.rank() > 1) {
        String reason = recommendation.whyNot(candidate.vmm());
        line("   " + (candidate.eligibility() == Eligibility.INELIGIBLE ? "x " : "- ") + reason);
      }
    }
  }

  private void appendMissingFacts() {
    if (recommendation.missingFacts().isEmpty()) {
      return;
    }
    line("");
    line("To find out:");
    for (MissingFact missing : recommendation.missingFacts()) {
      line("- " + missing.fact().label() + " (" + missing.fact() + ")");
      missing.outcomes().forEach((values, best) -> line("    " + values + ": " + best));
    }
  }

  private void appendPresentChoice() {
    recommendation
        .current()
        .filter(choice -> !choice.findings().isEmpty())
        .ifPresent(
            choice -> {
              line("");
              line("In use now: " + choice.vmm().displayName());
              for (Finding finding : choice.findings()) {
                line("- [" + finding.severity() + "] " + finding.message());
              }
            });
  }

  private void appendNotices() {
    if (recommendation.notices().isEmpty()) {
      return;
    }
    line("");
    line("Notices:");
    for (Notice notice : recommendation.notices()) {
      line("- " + (notice.path().isEmpty() ? "" : notice.path() + ": ") + notice.message());
    }
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
