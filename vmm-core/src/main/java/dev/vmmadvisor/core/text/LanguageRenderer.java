package dev.vmmadvisor.core.text;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Answer;
import dev.vmmadvisor.api.advice.Comparison;
import dev.vmmadvisor.api.advice.Diagnosis;
import dev.vmmadvisor.api.advice.Difference;
import dev.vmmadvisor.api.advice.Explanation;
import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.advice.FleetReport;
import dev.vmmadvisor.api.advice.LookAhead;
import dev.vmmadvisor.api.advice.Plan;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.advice.Timeline;
import dev.vmmadvisor.api.advice.ValidationReport;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.Engine;
import dev.vmmadvisor.api.catalog.Rule;
import dev.vmmadvisor.api.catalog.VmmProfile;
import dev.vmmadvisor.api.detect.Detection;
import dev.vmmadvisor.api.host.Notice;
import dev.vmmadvisor.core.answer.AnswerRenderer;
import dev.vmmadvisor.core.plan.ChangeWords;
import dev.vmmadvisor.core.plan.UpgradeWords;
import dev.vmmadvisor.core.report.CompareWords;
import dev.vmmadvisor.core.report.DiagnosisWords;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Answers in one language. Immutable and safe to share between threads. */
public final class LanguageRenderer implements AnswerRenderer {

  private final Catalog catalog;
  private final Language language;
  private final Messages words;
  private final CatalogTranslations texts;
  private final RemedyFormatter remedies;
  private final FindingFormatter findings;
  private final NoticeFormatter notices;
  private final ReasonFormatter reasons;
  private final ReasonFormatter briefReasons;
  private final FleetFormatter fleet;

  /**
   * Makes the wording for the answers out of a catalog.
   *
   * @param catalog the catalog, whose statements become part of the answers
   * @param locale the language: Simplified Chinese for {@code zh}, {@code zh-CN}, {@code zh-SG} and
   *     {@code zh-Hans}, English for everything else
   */
  public LanguageRenderer(Catalog catalog, Locale locale) {
    this.language = Language.of(locale);
    this.catalog = catalog;
    this.texts = CatalogTranslations.of(language);
    Map<String, Rule> rules = new HashMap<>();
    for (Rule rule : catalog.rules()) {
      rules.put(rule.code(), rule);
    }
    this.words = Messages.of(language);
    this.remedies = new RemedyFormatter(words, catalog.guides());
    this.findings = new FindingFormatter(words, texts, remedies, rules);
    this.notices = new NoticeFormatter(words, texts);
    this.reasons = ReasonFormatter.full(words, texts);
    this.briefReasons = ReasonFormatter.brief(words, texts, findings);
    this.fleet = new FleetFormatter(words, texts, remedies, rules);
  }

  @Override
  public String message(Finding finding) {
    return findings.message(finding);
  }

  @Override
  public String message(Notice notice) {
    return notices.message(notice);
  }

  @Override
  public String why(Recommendation recommendation) {
    return reasons.why(recommendation);
  }

  @Override
  public String whyNot(Recommendation recommendation, Vmm vmm) {
    return reasons.whyNot(recommendation, vmm);
  }

  @Override
  public String headline(Answer answer) {
    return page(answer).headline();
  }

  @Override
  public String text(Answer answer) {
    return page(answer).text();
  }

  @Override
  public String markdown(Answer answer) {
    return page(answer).markdown();
  }

  /**
   * {@return every finding of a recommendation as a page}
   *
   * @param recommendation the recommendation, of an advisor in the same language
   */
  public Document matrix(Recommendation recommendation) {
    return new MatrixDocument(recommendation, words).page();
  }

  /**
   * {@return the detected facts of a Mac and their origins, as a page}
   *
   * @param detection the detection
   */
  public Document page(Detection detection) {
    return new DetectionDocument(detection, words, notices).page();
  }

  /**
   * {@return a report on a fleet as a web page that needs nothing but itself}
   *
   * @param report the report
   */
  public String html(FleetReport report) {
    return new FleetHtml(report, catalog, words, fleet, language).page();
  }

  /** {@return the words for changes, in the same language} */
  public ChangeWords changes() {
    return new ChangeFormatter(words, remedies);
  }

  /** {@return the words for diagnoses, in the same language} */
  public DiagnosisWords diagnoses() {
    return new DiagnosisFormatter(words, texts, remedies);
  }

  /** {@return the words for what other releases change, in the same language} */
  public UpgradeWords upgrades() {
    return new UpgradeFormatter(words, texts, findings);
  }

  /** {@return the words for comparisons, differences and explanations, in the same language} */
  public CompareWords compare() {
    return new ComparisonFormatter(words, texts, findings);
  }

  private List<Engine> engines(Explanation explanation) {
    return catalog.vmm(explanation.vmm()).map(VmmProfile::engines).orElse(List.of()).stream()
        .filter(engine -> explanation.engines().contains(engine.name()))
        .toList();
  }

  /**
   * {@return an answer as a page, which can be printed as text, in colour and as Markdown}
   *
   * @param answer the answer, of an advisor in the same language
   */
  public Document page(Answer answer) {
    if (answer instanceof Recommendation recommendation) {
      return new RecommendationDocument(recommendation, words, remedies, findings, briefReasons)
          .page();
    }
    if (answer instanceof Plan plan) {
      return new PlanDocument(plan, words).page();
    }
    if (answer instanceof ValidationReport report) {
      return new ValidationDocument(report, words, remedies, findings).page();
    }
    if (answer instanceof Diagnosis diagnosis) {
      return new DiagnosisDocument(diagnosis, words).page();
    }
    if (answer instanceof LookAhead lookAhead) {
      return new LookAheadDocument(lookAhead, words, findings).page();
    }
    if (answer instanceof Timeline timeline) {
      return new TimelineDocument(timeline, words, findings).page();
    }
    if (answer instanceof Comparison comparison) {
      return new ComparisonDocument(comparison, words).page();
    }
    if (answer instanceof Difference difference) {
      return new DifferenceDocument(difference, words).page();
    }
    if (answer instanceof Explanation explanation) {
      return new ExplanationDocument(
              explanation,
              engines(explanation),
              words,
              texts,
              new ComparisonFormatter(words, texts, findings),
              new ChangeFormatter(words, remedies),
              remedies,
              findings)
          .page();
    }
    if (answer instanceof FleetReport report) {
      return new FleetDocument(report, words, fleet).page();
    }
    throw new IllegalArgumentException("no page for " + answer.getClass());
  }
}
