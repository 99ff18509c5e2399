package dev.vmmadvisor.core.text;

import dev.vmmadvisor.api.detect.Detection;
import dev.vmmadvisor.api.detect.DetectionState;
import dev.vmmadvisor.api.detect.Evidence;
import dev.vmmadvisor.api.detect.Origin;
import dev.vmmadvisor.api.host.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The detected facts of a Mac and their origins, as a page. */
final class DetectionDocument {

  private final Detection detection;
  private final Messages words;
  private final FactFormatter facts;
  private final NoticeFormatter notices;
  private final Document page = new Document();

  DetectionDocument(Detection detection, Messages words, NoticeFormatter notices) {
    this.detection = detection;
    this.words = words;
    this.facts = new FactFormatter(words);
    this.notices = notices;
  }

  Document page() {
    List<Fact> found = new ArrayList<>();
    List<Fact> open = new ArrayList<>();
    for (Fact fact : Fact.values()) {
      if (fact != Fact.CHIP_GENERATION) { // follows from the chip
        (fact.valueIn(detection.host()).isPresent() ? found : open).add(fact);
      }
    }
    DetectionState state = detection.state();
    page.lead(
        words.sentences(
            DocumentSections.state(state, detection.host(), words),
            state == DetectionState.NOTHING_KNOWN
                ? DocumentSections.toSupply(words)
                : words.text(
                    found.size() == 1 ? "detect.lead.one" : "detect.lead",
                    "found",
                    found.size(),
                    "all",
                    found.size() + open.size())));
    detection
        .dockerDesktopRunning()
        .ifPresent(runs -> page.paragraph(words.text(runs ? "detect.running" : "detect.stopped")));
    if (!found.isEmpty()) {
      page.heading(words.text("heading.detect.facts"));
      found.forEach(this::add);
    }
    if (!open.isEmpty()) {
      page.paragraph(
          words.text("heading.detect.open"), words.all(open.stream().map(facts::label).toList()));
    }
    DocumentSections.addNotices(
        page,
        DocumentSections.without(state, detection.notices()).stream()
            .map(notice -> notice.withMessage(notices.message(notice)))
            .toList(),
        words);
    return page;
  }

  private void add(Fact fact) {
    Optional<?> value = fact.valueIn(detection.host());
    page.item(facts.statement(fact, value.orElseThrow()));
    List<Evidence> evidence = detection.evidence(fact);
    boolean first = true;
    for (Evidence each : evidence) {
      String origin = origin(each.origin());
      String confidence = words.text("detect.confidence." + each.confidence());
      if (first) {
        page.detail(words.text("detect.from", "origin", origin, "confidence", confidence));
      } else if (each.value().equals(evidence.get(0).value())) {
        page.detail(words.text("detect.also", "origin", origin, "confidence", confidence));
      } else {
        page.detail(
            words.text(
                "detect.but",
                "origin",
                origin,
                "value",
                facts.valueOf(fact, each.value()),
                "confidence",
                confidence));
      }
      first = false;
    }
  }

  private String origin(Origin origin) {
    if (origin.kind() == Origin.Kind.RELEASE_DEFAULT) {
      return words.text(
          "detect.default", "release", origin.place(), "keys", Document.code(origin.key()));
    }
    if (origin.kind() == Origin.Kind.GIVEN && origin.key().isEmpty()) {
      return words.text("detect.given");
    }
    if (origin.kind() == Origin.Kind.PROCESS && !origin.key().isEmpty()) {
      return words.text("detect.processes", "program", Document.code(origin.key()));
    }
    return Document.code(origin.toString());
  }
}
