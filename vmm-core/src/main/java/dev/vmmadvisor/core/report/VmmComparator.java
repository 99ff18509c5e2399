package dev.vmmadvisor.core.report;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.VersionRange;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Candidate;
import dev.vmmadvisor.api.advice.Comparison;
import dev.vmmadvisor.api.advice.Criterion;
import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.Lifecycle;
import dev.vmmadvisor.api.catalog.PerformanceClaim;
import dev.vmmadvisor.api.catalog.Phase;
import dev.vmmadvisor.api.catalog.Rule;
import dev.vmmadvisor.api.catalog.RuleKind;
import dev.vmmadvisor.api.catalog.Severity;
import dev.vmmadvisor.api.catalog.VmmProfile;
import dev.vmmadvisor.core.answer.AnswerRenderer;
import dev.vmmadvisor.core.answer.ComparisonValue;
import dev.vmmadvisor.core.decision.DecisionEngine;
import dev.vmmadvisor.core.report.CompareWords.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Compares two VMMs on one host. Immutable and safe to share between threads. */
public final class VmmComparator {

  /** The phases, most mature first. */
  private static final List<Phase> BY_MATURITY =
      List.of(
          Phase.GENERALLY_AVAILABLE,
          Phase.BETA,
          Phase.EXPERIMENTAL,
          Phase.LEGACY,
          Phase.DEPRECATED,
          Phase.REMOVED);

  private final Catalog catalog;
  private final DecisionEngine engine;
  private final CompareWords words;
  private final AnswerRenderer wording;

  /**
   * Creates a comparator.
   *
   * @param catalog the catalog of the engine
   * @param engine determines the criterion on which two VMMs differ
   * @param words the texts of single entries
   * @param wording the renderer of whole comparisons
   */
  public VmmComparator(
      Catalog catalog, DecisionEngine engine, CompareWords words, AnswerRenderer wording) {
    this.catalog = catalog;
    this.engine = engine;
    this.words = words;
    this.wording = wording;
  }

  /** The gains and losses of a switch from one VMM to another. */
  public Comparison compare(Recommendation recommendation, Vmm from, Vmm to) {
    Candidate left = recommendation.candidate(from);
    Candidate right = recommendation.candidate(to);
    ComparisonValue.Builder comparison =
        ComparisonValue.builder()
            .recommendation(recommendation)
            .fromVmm(from)
            .toVmm(to)
            .better(right.rank() < left.rank() ? to : from)
            .decidedBy(
                engine.decisive(
                    engine.effective(recommendation.host()), recommendation.goal(), from, to))
            .catalog(recommendation.catalog())
            .renderer(wording);
    return comparison
        .gains(new Advantages(recommendation, right, left, Side.GAIN).entries())
        .losses(new Advantages(recommendation, left, right, Side.LOSS).entries())
        .build();
  }

  /** The advantages of one candidate over another. */
  private final class Advantages {

    private final Recommendation recommendation;
    private final Candidate better;
    private final Candidate worse;
    private final Side side;
    private final List<Comparison.Entry> entries = new ArrayList<>();

    Advantages(Recommendation recommendation, Candidate better, Candidate worse, Side side) {
      this.recommendation = recommendation;
      this.better = better;
      this.worse = worse;
      this.side = side;
    }

    List<Comparison.Entry> entries() {
      if (better.vmm() == worse.vmm()) {
        return List.of();
      }
      // in the order of the catalog: VMM profiles before rules
      lessMature().ifPresent(this::addMaturity);
      better.performance().forEach(claim -> addMerit(claim, true));
      engine
          .openClaims(engine.effective(recommendation.host()), better.vmm())
          .forEach(claim -> addMerit(claim, false));
      worse.performance().forEach(claim -> addSlower(claim, true));
      engine
          .openClaims(engine.effective(recommendation.host()), worse.vmm())
          .forEach(claim -> addSlower(claim, false));
      worse.findings().stream()
          .filter(finding -> !isOfSettings(finding))
          .forEach(this::addDrawback);
      entries.sort(
          Comparator.comparing(
              entry -> entry.criterion().map(Criterion::ordinal).orElse(Integer.MAX_VALUE)));
      return entries;
    }

    /** Whether a finding is about a setting that can be changed, and so not about the VMM. */
    private static boolean isOfSettings(Finding finding) {
      return finding.kind() == RuleKind.SETTING && finding.countsFor().isEmpty();
    }

    private void addDrawback(Finding finding) {
      int weight = weight(finding);
      int other = better.finding(finding.code()).map(Advantages::weight).orElse(0);
      if (weight <= other) {
        return;
      }
      boolean certain = weight - other == 2;
      Optional<Rule> rule = catalog.rule(finding.code());
      entries.add(
          new Comparison.Entry(
              finding.code(),
              finding.countsFor().stream().findFirst(),
              finding.severity(),
              certain,
              Optional.empty(),
              List.of(),
              rule.map(Rule::releases).orElse(VersionRange.ALL),
              words.drawback(side, certain, finding),
              finding.sources()));
    }

    /** 2 for a violated rule, 1 for one that may be violated, otherwise 0. */
    private static int weight(Finding finding) {
      return switch (finding.outcome()) {
        case VIOLATED -> 2;
        case UNKNOWN, ERROR -> 1;
        case SATISFIED, NOT_APPLICABLE -> 0;
      };
    }

    private void addMerit(PerformanceClaim claim, boolean certain) {
      if (!claim.slower() && claim.comparedWith().map(it -> it == worse.vmm()).orElse(true)) {
        entries.add(
            new Comparison.Entry(
                claim.code(),
                Optional.of(Criterion.SPEED),
                Severity.INFO,
                certain,
                claim.factor(),
                words.circumstances(claim),
                claim.releases(),
                words.merit(side, certain, claim),
                claim.sources()));
      }
    }

    /** Adds a measurement in which the worse VMM is slower. It does not affect the ranking. */
    private void addSlower(PerformanceClaim claim, boolean certain) {
      if (claim.slower() && claim.comparedWith().map(it -> it == better.vmm()).orElse(true)) {
        entries.add(
            new Comparison.Entry(
                claim.code(),
                Optional.empty(),
                Severity.INFO,
                certain,
                Optional.empty(),
                words.circumstances(claim),
                claim.releases(),
                words.slower(side, certain, claim),
                claim.sources()));
      }
    }

    private void addMaturity(Lifecycle lifecycle) {
      entries.add(
          new Comparison.Entry(
              lifecycle.code(),
              Optional.of(Criterion.MATURITY),
              Severity.INFO,
              true,
              Optional.empty(),
              List.of(),
              lifecycle.releases(),
              words.maturity(side, worse, better),
              lifecycle.sources()));
    }

    /**
     * The life cycle entry that makes the worse VMM less mature. Empty if it is not less mature, or
     * if a deprecation is the reason, which is a finding.
     */
    private Optional<Lifecycle> lessMature() {
      if (better.phase().isEmpty()
          || worse.phase().isEmpty()
          || BY_MATURITY.indexOf(worse.phase().get())
              <= BY_MATURITY.indexOf(better.phase().get())) {
        return Optional.empty();
      }
      Optional<Version> release = recommendation.host().dockerDesktop().version();
      return catalog.vmm(worse.vmm()).map(VmmProfile::lifecycle).orElse(List.of()).stream()
          .filter(lifecycle -> worse.phase().equals(Optional.of(lifecycle.phase())))
          .filter(
              lifecycle ->
                  release
                      .map(lifecycle.releases()::contains)
                      .orElse(lifecycle.releases().equals(VersionRange.ALL)))
          .findFirst();
    }
  }
}
