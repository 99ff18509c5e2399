package dev.vmmadvisor.core;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Advisor;
import dev.vmmadvisor.api.advice.CatalogReference;
import dev.vmmadvisor.api.advice.Comparison;
import dev.vmmadvisor.api.advice.Diagnosis;
import dev.vmmadvisor.api.advice.Difference;
import dev.vmmadvisor.api.advice.Explanation;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.advice.LookAhead;
import dev.vmmadvisor.api.advice.Plan;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.advice.SecurityStatus;
import dev.vmmadvisor.api.advice.Timeline;
import dev.vmmadvisor.api.advice.UpgradeTarget;
import dev.vmmadvisor.api.advice.ValidationReport;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.core.answer.AnswerRenderer;
import dev.vmmadvisor.core.answer.FollowUps;
import dev.vmmadvisor.core.answer.Lazy;
import dev.vmmadvisor.core.answer.PlanValue;
import dev.vmmadvisor.core.answer.RepairResult;
import dev.vmmadvisor.core.decision.BulkAdvisor;
import dev.vmmadvisor.core.decision.CustomRuleEvaluator;
import dev.vmmadvisor.core.decision.DecisionEngine;
import dev.vmmadvisor.core.decision.DecisionSummary;
import dev.vmmadvisor.core.decision.SecurityAssessment;
import dev.vmmadvisor.core.plan.ChangePlanner;
import dev.vmmadvisor.core.plan.UpgradeAnalyzer;
import dev.vmmadvisor.core.report.ConfigurationValidator;
import dev.vmmadvisor.core.report.LogDiagnoser;
import dev.vmmadvisor.core.report.RecommendationDiff;
import dev.vmmadvisor.core.report.VmmComparator;
import dev.vmmadvisor.core.report.VmmExplainer;
import dev.vmmadvisor.core.text.LazyRenderer;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * An advisor over one catalog; each method delegates to the package of its topic. The objects for
 * plans and texts are created lazily. Immutable and safe to share between threads.
 */
final class CatalogAdvisor implements Advisor, FollowUps, BulkAdvisor {

  private final Catalog catalog;
  private final LazyRenderer wording;
  private final DecisionEngine engine;
  private final Lazy<ChangePlanner> planner;

  /**
   * Creates an advisor.
   *
   * @throws IllegalArgumentException if the catalog has no profile of one of the VMMs
   */
  CatalogAdvisor(Catalog catalog, CustomRuleEvaluator customRules, Locale locale) {
    this.catalog = catalog;
    this.wording = new LazyRenderer(catalog, locale);
    this.engine = new DecisionEngine(catalog, customRules, wording);
    this.planner = Lazy.of(new ChangePlannerSupplier(catalog, engine, wording));
  }

  /** A class instead of a lambda, because the first lambda of a JVM is slow to link. */
  private record ChangePlannerSupplier(Catalog catalog, DecisionEngine engine, LazyRenderer wording)
      implements Supplier<ChangePlanner> {
    @Override
    public ChangePlanner get() {
      return new ChangePlanner(catalog, engine, wording.words().changes(), wording);
    }
  }

  @Override
  public Catalog catalog() {
    return catalog;
  }

  @Override
  public Recommendation recommend(Host host, Goal goal) {
    Objects.requireNonNull(host, "host");
    Objects.requireNonNull(goal, "goal");
    return engine.recommend(host, goal, this);
  }

  @Override
  public ValidationReport validate(Host host) {
    Objects.requireNonNull(host, "host");
    return new ConfigurationValidator(engine, wording).report(host);
  }

  @Override
  public LookAhead lookAhead(Host host, UpgradeTarget target) {
    Objects.requireNonNull(host, "host");
    Objects.requireNonNull(target, "target");
    return upgrades().lookAhead(host, target);
  }

  @Override
  public Timeline timeline(Host host) {
    Objects.requireNonNull(host, "host");
    return upgrades().timeline(host);
  }

  private UpgradeAnalyzer upgrades() {
    return new UpgradeAnalyzer(catalog, engine, planner.get(), wording.words().upgrades(), wording);
  }

  @Override
  public Diagnosis diagnose(Host host, String text) {
    Objects.requireNonNull(host, "host");
    Objects.requireNonNull(text, "text");
    return new LogDiagnoser(
            catalog, engine, planner.get()::isFeasible, wording.words().diagnoses(), wording)
        .of(host, text);
  }

  @Override
  public Explanation explain(Host host, Vmm vmm) {
    Objects.requireNonNull(host, "host");
    Objects.requireNonNull(vmm, "vmm");
    return new VmmExplainer(catalog, wording.words().compare(), wording)
        .explain(recommend(host), vmm);
  }

  @Override
  public RepairResult improvement(Host host, Goal goal, Vmm vmm) {
    return planner.get().improvement(engine.effective(host), goal, vmm);
  }

  @Override
  public SecurityStatus security(Recommendation recommendation) {
    Host host = engine.effective(recommendation.host());
    return engine.security().status(host, recommendation.goal());
  }

  @Override
  public Plan plan(Recommendation recommendation) {
    Host host = recommendation.host();
    return of(
        host,
        planner
            .get()
            .planToBest(engine.effective(host), recommendation.goal(), recommendation.best()));
  }

  @Override
  public Plan plan(Recommendation recommendation, Vmm vmm) {
    Host host = recommendation.host();
    return of(host, planner.get().planTo(engine.effective(host), recommendation.goal(), vmm));
  }

  /** The plan for the host as the user describes it, without implied facts. */
  private static Plan of(Host host, Plan plan) {
    return plan.host().equals(host) ? plan : PlanValue.builder().from(plan).host(host).build();
  }

  @Override
  public Comparison compare(Recommendation recommendation, Vmm from, Vmm to) {
    return new VmmComparator(catalog, engine, wording.words().compare(), wording)
        .compare(recommendation, from, to);
  }

  @Override
  public Difference diff(Recommendation before, Recommendation after, FollowUps ofAfter) {
    return new RecommendationDiff(wording.words().compare(), wording)
        .diff(before, after, this, ofAfter);
  }

  @Override
  public CatalogReference reference() {
    return engine.reference();
  }

  @Override
  public AnswerRenderer wording() {
    return wording;
  }

  @Override
  public DecisionSummary glance(Host host, Goal goal) {
    return engine.glance(host, goal);
  }

  @Override
  public Host effective(Host host) {
    return engine.effective(host);
  }

  @Override
  public boolean isFeasible(Remedy remedy, Host host) {
    return planner.get().isFeasible(remedy, host);
  }

  @Override
  public Optional<Remedy> offered(Remedy remedy, Vmm vmm, Host host) {
    return engine.offered(remedy, vmm, host);
  }

  @Override
  public Optional<SecurityAssessment.SafeUpgrade> upgrade(Host host, Goal goal) {
    return engine.security().upgrade(host, goal);
  }

  @Override
  public boolean isVulnerable(Host host, Vmm vmm) {
    return engine.security().isVulnerable(engine.effective(host), vmm);
  }
}
