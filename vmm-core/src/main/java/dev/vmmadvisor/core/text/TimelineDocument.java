package dev.vmmadvisor.core.text;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.advice.LookAhead;
import dev.vmmadvisor.api.advice.Timeline;
import dev.vmmadvisor.api.catalog.Rule;
import dev.vmmadvisor.api.detect.DetectionState;
import dev.vmmadvisor.api.host.Host;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A timeline as a page, a few lines for each release. */
final class TimelineDocument {

  private final Timeline timeline;
  private final Messages words;
  private final FindingFormatter findings;
  private final Document page = new Document();

  TimelineDocument(Timeline timeline, Messages words, FindingFormatter findings) {
    this.timeline = timeline;
    this.words = words;
    this.findings = findings;
  }

  Document page() {
    page.lead(
        words.sentences(
            DocumentSections.state(DetectionState.of(timeline.host()), timeline.host(), words),
            words.sentences(whatToDo())));
    int passed = 0;
    for (LookAhead release : timeline.releases()) {
      List<LookAhead.Change> shown =
          release.changes().stream()
              .filter(change -> !findings.isGeneralVulnerability(change.code()))
              .filter(change -> LookAheadDocument.isTold(release, change))
              .toList();
      if (shown.isEmpty()) {
        passed++;
      } else {
        page.item(title(release));
        shown.forEach(change -> page.subitem(label(change), text(change)));
      }
    }
    if (passed > 0) {
      page.paragraph(
          passed == 1
              ? words.text("timeline.passed")
              : words.text("timeline.passed.more", "number", passed));
    }
    DocumentSections.addNotices(page, timeline.notices(), words);
    DocumentSections.addKnownAsOf(page, timeline.catalog(), words);
    return page;
  }

  /** The sentences of the first line. */
  private List<String> whatToDo() {
    Host host = timeline.host();
    Version newest = timeline.catalog().newestRelease();
    if (DetectionState.of(host) == DetectionState.NOT_A_MAC) {
      return List.of();
    }
    if (host.dockerDesktop().version().filter(it -> it.compareTo(newest) >= 0).isPresent()) {
      return List.of(words.text("timeline.end", "newest", newest));
    }
    List<String> sentences = new ArrayList<>();
    host.dockerDesktop()
        .vmm()
        .map(vmm -> DocumentSections.fix(vmm, timeline.notices(), words))
        .filter(fix -> !fix.isEmpty())
        .ifPresent(sentences::add);
    if (!timeline.releases().isEmpty()) {
      LookAhead first = timeline.releases().get(0);
      Optional<Version> safe = first.security().upgradeTo();
      if (safe.isPresent()) {
        sentences.add(words.text("timeline.vulnerable", "to", safe.get()));
      } else {
        first
            .securityBefore()
            .upgradeTo()
            .ifPresent(to -> sentences.add(words.text("timeline.vulnerable", "to", to)));
      }
    }
    timeline.releases().stream()
        .flatMap(release -> LookAheadDocument.leaving(release, words, findings).stream())
        .findFirst()
        .ifPresent(sentences::add);
    timeline.releases().stream()
        .filter(release -> release.installs() == LookAhead.Installs.NO)
        .findFirst()
        .ifPresent(release -> sentences.add(doesNotInstall(release)));
    if (timeline.releases().stream()
        .anyMatch(release -> release.installs() == LookAhead.Installs.UNKNOWN)) {
      sentences.add(words.text("timeline.look-up"));
    }
    List<String> avoided =
        timeline.releases().stream()
            .filter(release -> release.avoid() && release.security().upgradeTo().isEmpty())
            .map(release -> release.target().version().toString())
            .toList();
    if (!avoided.isEmpty()) {
      sentences.add(words.text("timeline.avoid", "releases", words.all(avoided)));
    }
    return sentences.isEmpty() ? List.of(words.text("timeline.free", "newest", newest)) : sentences;
  }

  private String doesNotInstall(LookAhead release) {
    String target = UpgradeFormatter.name(release.target(), words);
    String present = release.host().macOsVersion().map(Version::toString).orElse("");
    Optional<Version> first = LookAheadDocument.macOsFirst(release);
    return first.isPresent()
        ? words.text(
            "timeline.macos-first", "macOs", first.get(), "target", target, "present", present)
        : words.text("timeline.stop", "target", target, "present", present);
  }

  private String title(LookAhead release) {
    String target = UpgradeFormatter.name(release.target(), words);
    return release.avoid()
        ? words.text("timeline.release.avoid", "target", target)
        : words.text("timeline.release", "target", target);
  }

  private String label(LookAhead.Change change) {
    return words.text(
        change.certain() ? "timeline.label" : "timeline.label.perhaps",
        "kind",
        words.text("kind." + change.kind()),
        "severity",
        words.text("severity." + change.severity()));
  }

  /** A change shortly: what the rule behind it says, or the change in words if none is. */
  private String text(LookAhead.Change change) {
    Rule rule = findings.rule(change.code());
    return rule == null ? change.message() : findings.statement(rule);
  }
}
