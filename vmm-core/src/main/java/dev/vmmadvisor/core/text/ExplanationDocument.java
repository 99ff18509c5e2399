package dev.vmmadvisor.core.text;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Candidate;
import dev.vmmadvisor.api.advice.Eligibility;
import dev.vmmadvisor.api.advice.Explanation;
import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.advice.Obstacle;
import dev.vmmadvisor.api.advice.Outcome;
import dev.vmmadvisor.api.advice.Plan;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.advice.Repair;
import dev.vmmadvisor.api.catalog.Engine;
import dev.vmmadvisor.api.catalog.Phase;
import dev.vmmadvisor.api.detect.DetectionState;
import dev.vmmadvisor.api.host.Fact;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** One VMM explained, as a page. */
final class ExplanationDocument {

  private final Explanation explanation;
  private final Recommendation recommendation;
  private final Candidate candidate;
  private final Plan plan;
  private final List<Engine> engines;
  private final Messages words;
  private final FactFormatter facts;
  private final FindingFormatter findings;
  private final CatalogTranslations texts;
  private final ComparisonFormatter claims;
  private final ChangeFormatter changes;
  private final RemedyFormatter remedies;
  private final Document page = new Document();

  /**
   * Makes the page.
   *
   * @param explanation the explanation
   * @param engines the engines that the VMM may be made of in the release of the host
   * @param words the words of the language
   * @param texts the texts of the catalog in it
   * @param claims puts claims into words
   * @param changes puts repairs into words
   * @param remedies puts remedies into words
   * @param findings tells which findings a page does not list
   */
  ExplanationDocument(
      Explanation explanation,
      List<Engine> engines,
      Messages words,
      CatalogTranslations texts,
      ComparisonFormatter claims,
      ChangeFormatter changes,
      RemedyFormatter remedies,
      FindingFormatter findings) {
    this.explanation = explanation;
    this.recommendation = explanation.recommendation();
    this.candidate = explanation.candidate();
    this.plan = explanation.plan();
    this.engines = engines;
    this.words = words;
    this.facts = new FactFormatter(words);
    this.texts = texts;
    this.claims = claims;
    this.changes = changes;
    this.remedies = remedies;
    this.findings = findings;
  }

  Document page() {
    DetectionState state = DetectionState.of(recommendation.host());
    page.lead(
            words.sentences(
                DocumentSections.state(state, recommendation.host(), words), lead(state)))
        .paragraph(words.text("explain.what"), whatItIs())
        .paragraph(words.text("why"), explanation.why());
    DocumentSections.addSecurity(page, recommendation.security(), words);
    if (!candidate.performance().isEmpty()) {
      page.heading(words.text("heading.for"));
      candidate.performance().forEach(claim -> page.item(claims.claim(claim)));
    }
    addAgainst();
    addNotKnown();
    addRepairs();
    addObstacles();
    if (!plan.steps().isEmpty()) {
      PlanDocument steps = new PlanDocument(plan, words);
      page.heading(steps.lead());
      steps.addSteps(page);
    }
    DocumentSections.addNotices(page, recommendation.notices(), words);
    return DocumentSections.addFooter(page, recommendation, words);
  }

  private String lead(DetectionState state) {
    Vmm vmm = explanation.vmm();
    String name = words.the(vmm);
    String fix = DocumentSections.fix(vmm, plan.notices(), words);
    if (!fix.isEmpty()) {
      return fix;
    }
    boolean isInUse = recommendation.host().dockerDesktop().vmm().equals(Optional.of(vmm));
    if (candidate.eligibility() == Eligibility.INELIGIBLE) {
      return ineligible(name);
    }
    if (!plan.possible()) {
      return words.text("explain.not-selectable", "vmm", name);
    }
    if (DocumentSections.isNothingKnown(recommendation.host())) {
      return DocumentSections.toSupply(words);
    }
    if (recommendation.best().equals(Optional.of(vmm))) {
      if (state.isWithoutDockerDesktop()) {
        return words.sentences(
            RecommendationDocument.instead(state, vmm, recommendation, words, remedies),
            RecommendationDocument.certainty(recommendation, words));
      }
      return words.sentences(
          recommendation
              .security()
              .upgradeTo()
              .map(to -> upgrade(to, isInUse, name))
              .orElseGet(() -> words.text(isInUse ? "lead.stay" : "lead.use", "vmm", name)),
          RecommendationDocument.certainty(recommendation, words));
    }
    String best = words.the(recommendation.best().orElseThrow());
    String key =
        candidate.eligibility() == Eligibility.UNDETERMINED
            ? "explain.may-run"
            : isInUse ? "explain.in-use" : "explain.can-run";
    return words.text(key, "vmm", name, "best", best);
  }

  /** To leave a release with a vulnerability, and the best of it if it is the best after that. */
  private String upgrade(Version to, boolean isInUse, String name) {
    return recommendation.plan().vmm().equals(Optional.of(explanation.vmm()))
        ? words.text(isInUse ? "lead.upgrade.stay" : "lead.upgrade.use", "to", to, "vmm", name)
        : words.text("lead.upgrade", "to", to);
  }

  private String ineligible(String name) {
    if (!plan.possible()) {
      return words.text("explain.impossible", "vmm", name);
    }
    boolean isCertain =
        candidate.repairs().stream()
            .findFirst()
            .filter(repair -> repair.eligibility() == Eligibility.ELIGIBLE)
            .isPresent();
    int steps = plan.steps().size();
    if (steps == 1) {
      return words.text(isCertain ? "explain.one-step" : "explain.one-step.maybe", "vmm", name);
    }
    return words.text(
        isCertain ? "explain.steps" : "explain.steps.maybe", "vmm", name, "number", steps);
  }

  private String whatItIs() {
    String phase =
        words.text(
            "explain.phase",
            "vmm",
            words.the(explanation.vmm()),
            "is",
            words.text("phase.is." + candidate.phase().map(Phase::id).orElse("unknown")));
    List<String> made =
        engines.stream()
            .map(
                engine ->
                    engines.size() == 1
                        ? texts.text(engine.code(), engine.text())
                        : words.text(
                            "explain.engine",
                            "releases",
                            facts.range(engine.releases()),
                            "text",
                            texts.text(engine.code(), engine.text())))
            .toList();
    return words.sentences(explanation.description(), phase, words.sentences(made));
  }

  /** What is violated, unless the reason tells it already. */
  private void addAgainst() {
    List<Finding> violated =
        with(Outcome.VIOLATED).stream()
            .filter(finding -> !findings.isGeneralVulnerability(finding.code()))
            .toList();
    List<Finding> others =
        violated.stream()
            .filter(finding -> !explanation.why().contains(finding.message()))
            .toList();
    if (others.isEmpty()) {
      return;
    }
    page.heading(
        words.text(others.size() == violated.size() ? "heading.against" : "heading.against.else"));
    for (Finding finding : others) {
      page.item(
          finding.severity(), words.text("severity." + finding.severity()), finding.message());
    }
  }

  private List<Finding> with(Outcome outcome) {
    return candidate.findings().stream().filter(finding -> finding.outcome() == outcome).toList();
  }

  /** The facts that are not known, with the number of findings that wait for each. */
  private void addNotKnown() {
    Map<Fact, Integer> waiting = new TreeMap<>();
    for (Finding finding : with(Outcome.UNKNOWN)) {
      findingFacts(finding).forEach(fact -> waiting.merge(fact, 1, Integer::sum));
    }
    if (waiting.isEmpty()) {
      return;
    }
    page.heading(words.text("heading.not-known"));
    waiting.forEach(
        (fact, number) ->
            page.item(
                words.text(
                    number == 1 ? "explain.not-known" : "explain.not-known.more",
                    "fact",
                    facts.label(fact),
                    "path",
                    Document.code(fact.path()),
                    "number",
                    number)));
  }

  private static List<Fact> findingFacts(Finding finding) {
    return finding.facts().stream().filter(fact -> FindingFormatter.isOpen(finding, fact)).toList();
  }

  private void addRepairs() {
    if (candidate.repairs().isEmpty()) {
      return;
    }
    page.heading(words.text("heading.repairs"));
    for (Repair repair : candidate.repairs()) {
      page.item(changes.effect(repair, recommendation));
    }
  }

  private void addObstacles() {
    Set<Obstacle> obstacles = new LinkedHashSet<>(candidate.obstacles());
    obstacles.addAll(plan.obstacles());
    if (!obstacles.isEmpty()) {
      page.heading(words.text("heading.obstacles"));
      obstacles.forEach(obstacle -> page.item(obstacle.message()));
    }
  }
}
