package dev.vmmadvisor.core.explain;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Candidate;
import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.advice.MissingFact;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.host.Notice;
import java.util.Optional;

/** A recommendation as a screenful of English text. */
final class SummaryText {

  private static final int WIDTH = 100;

  private final Recommendation recommendation;
  private final RemedyWording remedies;
  private final StringBuilder text = new StringBuilder();

  SummaryText(Recommendation recommendation, RemedyWording remedies) {
    this.recommendation = recommendation;
    this.remedies = remedies;
  }

  String text() {
    line(0, whatToDo() + EnglishWording.certainty(recommendation));
    line(0, "");
    line(0, "Why: " + recommendation.why());
    appendCandidates();
    appendMissingFacts();
    appendPresentChoice();
    appendNotices();
    line(0, "");
    line(
        0,
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
    line(0, "");
    for (Candidate candidate : recommendation.candidates()) {
      line(
          0,
          candidate.rank()
              + ". "
              + candidate.vmm().displayName()
              + " ("
              + candidate.eligibility()
              + candidate.phase().map(phase -> ", " + EnglishWording.phase(phase)).orElse("")
              + ")");
      // the reason of the second is the answer to "why"; so is every reason where there is no best
      if (candidate.rank() > 2 && recommendation.best().isPresent()) {
        line(3, recommendation.whyNot(candidate.vmm()));
      }
    }
  }

  private void appendMissingFacts() {
    if (recommendation.missingFacts().isEmpty()) {
      return;
    }
    line(0, "");
    line(0, "To find out:");
    for (MissingFact missing : recommendation.missingFacts()) {
      boolean tells = missing.outcomes().values().stream().distinct().count() > 1;
      line(
          0,
          "- "
              + missing.fact().label()
              + " ("
              + missing.fact()
              + ")"
              + (tells ? "" : ", which tells something together with the others"));
      if (tells) {
        missing.outcomes().forEach((values, best) -> line(4, values + ": " + best));
      }
    }
  }

  private void appendPresentChoice() {
    recommendation
        .current()
        .filter(choice -> !choice.findings().isEmpty())
        .ifPresent(
            choice -> {
              line(0, "");
              line(0, "In use now: " + choice.vmm().displayName());
              for (Finding finding : choice.findings()) {
                line(0, "- [" + finding.severity() + "] " + finding.message());
              }
            });
  }

  private void appendNotices() {
    if (recommendation.notices().isEmpty()) {
      return;
    }
    line(0, "");
    line(0, "Notices:");
    for (Notice notice : recommendation.notices()) {
      line(0, "- " + (notice.path().isEmpty() ? "" : notice.path() + ": ") + notice.message());
    }
  }

  /** Appends a line, broken between words where it gets too long; what follows is indented. */
  private void line(int indent, String line) {
    String rest = line;
    int column = indent;
    while (column + rest.length() > WIDTH) {
      int end = rest.lastIndexOf(' ', WIDTH - column);
      if (end <= 0) {
        break;
      }
      text.append(" ".repeat(column)).append(rest, 0, end).append('\n');
      rest = rest.substring(end + 1);
      column = indent + (line.startsWith("- ") ? 2 : 0);
    }
    text.append(rest.isEmpty() ? "" : " ".repeat(column)).append(rest).append('\n');
  }
}
