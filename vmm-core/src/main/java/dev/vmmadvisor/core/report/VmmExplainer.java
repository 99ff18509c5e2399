package dev.vmmadvisor.core.report;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Explanation;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.Engine;
import dev.vmmadvisor.api.catalog.VmmProfile;
import dev.vmmadvisor.core.answer.AnswerRenderer;
import dev.vmmadvisor.core.answer.ExplanationValue;
import java.util.Optional;

/** Explains one VMM. Immutable and safe to share between threads. */
public final class VmmExplainer {

  private final Catalog catalog;
  private final CompareWords words;
  private final AnswerRenderer wording;

  /**
   * Creates an explainer.
   *
   * @param catalog the catalog, with a profile of each VMM
   * @param words the texts that describe VMMs
   * @param wording the renderer of whole explanations
   */
  public VmmExplainer(Catalog catalog, CompareWords words, AnswerRenderer wording) {
    this.catalog = catalog;
    this.words = words;
    this.wording = wording;
  }

  /** The explanation of one VMM of a recommendation. */
  public Explanation explain(Recommendation recommendation, Vmm vmm) {
    VmmProfile profile = catalog.vmm(vmm).orElseThrow();
    Optional<Version> release = recommendation.host().dockerDesktop().version();
    return ExplanationValue.builder()
        .recommendation(recommendation)
        .vmm(vmm)
        .description(words.description(profile))
        .engines(
            profile.engines().stream()
                .filter(engine -> release.map(engine.releases()::contains).orElse(true))
                .map(Engine::name)
                .toList())
        .why(recommendation.whyNot(vmm))
        .candidate(recommendation.candidate(vmm))
        .plan(recommendation.planTo(vmm))
        .catalog(recommendation.catalog())
        .renderer(wording)
        .build();
  }
}
