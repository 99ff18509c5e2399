package dev.vmmadvisor.core;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Advisor;
import dev.vmmadvisor.api.advice.CatalogReference;
import dev.vmmadvisor.api.advice.Comparison;
import dev.vmmadvisor.api.advice.Consequences;
import dev.vmmadvisor.api.advice.Deferred;
import dev.vmmadvisor.api.advice.Diagnosis;
import dev.vmmadvisor.api.advice.Difference;
import dev.vmmadvisor.api.advice.Explanation;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.advice.Improvement;
import dev.vmmadvisor.api.advice.LookAhead;
import dev.vmmadvisor.api.advice.Plan;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.advice.SecurityStatus;
import dev.vmmadvisor.api.advice.Target;
import dev.vmmadvisor.api.advice.Timeline;
import dev.vmmadvisor.api.advice.ValidationReport;
import dev.vmmadvisor.api.advice.Wording;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.core.change.Changes;
import dev.vmmadvisor.core.compare.Differences;
import dev.vmmadvisor.core.compare.Explanations;
import dev.vmmadvisor.core.compare.Ledgers;
import dev.vmmadvisor.core.decide.CustomRules;
import dev.vmmadvisor.core.decide.Decider;
import dev.vmmadvisor.core.decide.Glance;
import dev.vmmadvisor.core.decide.SecurityAssessment;
import dev.vmmadvisor.core.decide.Surveyor;
import dev.vmmadvisor.core.diagnose.Diagnoses;
import dev.vmmadvisor.core.explain.DeferredWording;
import dev.vmmadvisor.core.upgrade.Upgrades;
import dev.vmmadvisor.core.validate.Validator;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Advises out of one catalog: hands each question to the room that answers it. What is not asked in
 * a program costs its start nothing.
 */
final class CatalogAdvisor implements Advisor, Consequences, Surveyor {

  private final Catalog catalog;
  private final DeferredWording wording;
  private final Decider decider;
  private final Deferred<Changes> changes;

  /**
   * Makes the advisor.
   *
   * @throws IllegalArgumentException if the catalog has no profile of one of the VMMs
   */
  CatalogAdvisor(Catalog catalog, CustomRules customRules, Locale locale) {
    this.catalog = catalog;
    this.wording = new DeferredWording(catalog, locale);
    this.decider = new Decider(catalog, customRules, wording);
    this.changes = Deferred.of(new ChangesOf(catalog, decider, wording));
  }

  /** A class, as a program waits for the first lambda of a JVM longer than for an answer. */
  private record ChangesOf(Catalog catalog, Decider decider, DeferredWording wording)
      implements Supplier<Changes> {
    @Override
    public Changes get() {
      return new Changes(catalog, decider, wording.words().changes(), wording);
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
    return decider.recommend(host, goal, this);
  }

  @Override
  public ValidationReport validate(Host host) {
    Objects.requireNonNull(host, "host");
    return new Validator(decider, wording).report(host);
  }

  @Override
  public LookAhead lookAhead(Host host, Target target) {
    Objects.requireNonNull(host, "host");
    Objects.requireNonNull(target, "target");
    return upgrades().lookAhead(host, target);
  }

  @Override
  public Timeline timeline(Host host) {
    Objects.requireNonNull(host, "host");
    return upgrades().timeline(host);
  }

  private Upgrades upgrades() {
    return new Upgrades(catalog, decider, changes.get(), wording.words().upgrades(), wording);
  }

  @Override
  public Diagnosis diagnose(Host host, String text) {
    Objects.requireNonNull(host, "host");
    Objects.requireNonNull(text, "text");
    return new Diagnoses(
            catalog, decider, changes.get()::isFeasible, wording.words().diagnoses(), wording)
        .of(host, text);
  }

  @Override
  public Explanation explain(Host host, Vmm vmm) {
    Objects.requireNonNull(host, "host");
    Objects.requireNonNull(vmm, "vmm");
    return new Explanations(catalog, wording.words().compare(), wording)
        .explain(recommend(host), vmm);
  }

  @Override
  public Improvement improvement(Host host, Goal goal, Vmm vmm) {
    return changes.get().improvement(decider.effective(host), goal, vmm);
  }

  @Override
  public SecurityStatus security(Recommendation recommendation) {
    Host host = decider.effective(recommendation.host());
    return decider.security().status(host, recommendation.goal());
  }

  @Override
  public Plan plan(Recommendation recommendation) {
    Host host = recommendation.host();
    return of(
        host,
        changes
            .get()
            .planToBest(decider.effective(host), recommendation.goal(), recommendation.best()));
  }

  @Override
  public Plan plan(Recommendation recommendation, Vmm vmm) {
    Host host = recommendation.host();
    return of(host, changes.get().planTo(decider.effective(host), recommendation.goal(), vmm));
  }

  /** A plan for a host as it was asked about, without what its facts imply. */
  private static Plan of(Host host, Plan plan) {
    return plan.host().equals(host) ? plan : Plan.builder().from(plan).host(host).build();
  }

  @Override
  public Comparison compare(Recommendation recommendation, Vmm from, Vmm to) {
    return new Ledgers(catalog, decider, wording.words().compare(), wording)
        .compare(recommendation, from, to);
  }

  @Override
  public Difference diff(Recommendation before, Recommendation after, Consequences ofAfter) {
    return new Differences(wording.words().compare(), wording).diff(before, after, this, ofAfter);
  }

  @Override
  public CatalogReference reference() {
    return decider.reference();
  }

  @Override
  public Wording wording() {
    return wording;
  }

  @Override
  public Glance glance(Host host, Goal goal) {
    return decider.glance(host, goal);
  }

  @Override
  public Host effective(Host host) {
    return decider.effective(host);
  }

  @Override
  public boolean isFeasible(Remedy remedy, Host host) {
    return changes.get().isFeasible(remedy, host);
  }

  @Override
  public Optional<Remedy> offered(Remedy remedy, Vmm vmm, Host host) {
    return decider.offered(remedy, vmm, host);
  }

  @Override
  public Optional<SecurityAssessment.SafeUpgrade> upgrade(Host host, Goal goal) {
    return decider.security().upgrade(host, goal);
  }

  @Override
  public boolean isVulnerable(Host host, Vmm vmm) {
    return decider.security().isVulnerable(decider.effective(host), vmm);
  }
}
