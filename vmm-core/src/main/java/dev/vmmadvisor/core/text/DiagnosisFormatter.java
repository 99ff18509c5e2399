package dev.vmmadvisor.core.text;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.catalog.LogMessage;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.core.report.DiagnosisWords;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;

/** Diagnoses in words: what a text looks like, and which VMM wrote it. */
final class DiagnosisFormatter implements DiagnosisWords {

  private final Messages words;
  private final CatalogTranslations texts;
  private final RemedyFormatter remedies;

  DiagnosisFormatter(Messages words, CatalogTranslations texts, RemedyFormatter remedies) {
    this.words = words;
    this.texts = texts;
    this.remedies = remedies;
  }

  @Override
  public String engine(String name, Vmm vmm, Optional<Vmm> inUse) {
    return inUse
        .map(
            other ->
                words.text(
                    "diagnosis.engine.contradicts",
                    "name",
                    name,
                    "vmm",
                    words.the(vmm),
                    "other",
                    words.the(other)))
        .orElseGet(() -> words.text("diagnosis.engine", "name", name, "vmm", words.the(vmm)));
  }

  @Override
  public String issue(Finding finding, Collection<Vmm> about, Collection<Vmm> running) {
    return words.sentences(finding.message(), whichRuns(about, running));
  }

  @Override
  public String message(LogMessage message) {
    return texts.text(message);
  }

  @Override
  public String advice(LogMessage message, int number) {
    return texts.advice(message, number);
  }

  @Override
  public String remedy(Remedy remedy, Optional<Version> release) {
    return remedies.sentence(remedy, release);
  }

  private String whichRuns(Collection<Vmm> about, Collection<Vmm> running) {
    if (about.containsAll(running)) {
      return "";
    }
    if (!Collections.disjoint(about, running)) {
      return words.text("diagnosis.perhaps-about", "vmms", all(about));
    }
    return running.size() == 1
        ? words.text("diagnosis.not-about", "vmms", all(about), "running", all(running))
        : words.text("diagnosis.not-about.either", "vmms", all(about));
  }

  private String all(Collection<Vmm> vmms) {
    return words.all(vmms.stream().map(words::the).toList());
  }
}
