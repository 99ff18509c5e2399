package dev.vmmadvisor.core.text;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Diagnosis;
import dev.vmmadvisor.api.advice.Diagnosis.Match;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A diagnosis as a page. */
final class DiagnosisDocument {

  private final Diagnosis diagnosis;
  private final Messages words;

  DiagnosisDocument(Diagnosis diagnosis, Messages words) {
    this.diagnosis = diagnosis;
    this.words = words;
  }

  Document page() {
    Document page = new Document().lead(lead());
    for (Match match : diagnosis.matches()) {
      page.item(
          match.severity(),
          words.text("severity." + match.severity()),
          words.text(
              "diagnosis.match",
              "likelihood",
              words.text("diagnosis.likelihood." + match.likelihood()),
              "message",
              match.message()));
      List<String> help = match.advice();
      if (!help.isEmpty()) {
        page.subitem(
            words.text(
                "finding.helps", "remedies", String.join(words.text("remedy.separator"), help)));
      }
    }
    if (!diagnosis.engines().isEmpty()) {
      page.heading(words.text("heading.engines"));
      Set<Vmm> shown = EnumSet.noneOf(Vmm.class);
      diagnosis.engines().stream()
          .filter(engine -> shown.add(engine.vmm()))
          .forEach(engine -> page.item(engine.message()));
    }
    DocumentSections.addNotices(page, diagnosis.notices(), words);
    DocumentSections.addKnownAsOf(page, diagnosis.catalog(), words);
    return page;
  }

  private String lead() {
    if (diagnosis.matches().isEmpty()) {
      return words.text("diagnosis.none");
    }
    Match first = diagnosis.matches().get(0);
    Optional<String> help = first.advice().stream().findFirst();
    return switch (first.likelihood()) {
      case LIKELY ->
          help.map(remedy -> words.text("diagnosis.likely.help", "remedy", remedy))
              .orElseGet(() -> words.text("diagnosis.likely"));
      case POSSIBLE ->
          help.map(remedy -> words.text("diagnosis.possible.help", "remedy", remedy))
              .orElseGet(() -> words.text("diagnosis.possible"));
      case UNLIKELY -> words.text("diagnosis.unlikely");
    };
  }
}
