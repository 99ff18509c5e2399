package dev.vmmadvisor.core.decide;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Certainty;
import dev.vmmadvisor.api.advice.Criterion;
import dev.vmmadvisor.api.advice.Eligibility;
import dev.vmmadvisor.api.advice.MissingFact;
import dev.vmmadvisor.api.advice.Outcome;
import dev.vmmadvisor.api.catalog.Phase;
import dev.vmmadvisor.api.catalog.Rule;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is decided about a host, told by rules and not by findings: it costs next to nothing to
 * make. A rule that is waived is passed over. Safe to share between threads.
 */
public final class DecisionSummary {

  private final Host host;
  private final Decision decision;
  private final Ranking ranking;

  DecisionSummary(Host host, Decision decision) {
    this.host = host;
    this.decision = decision;
    this.ranking = decision.ranking();
  }

  /** The best VMM, or empty if none is eligible or could be. */
  public Optional<Vmm> best() {
    return decision.best();
  }

  /** How far the best depends on what is not known. */
  public Certainty certainty() {
    return decision.certainty(host).certainty();
  }

  /** What would settle it; empty if it is certain. */
  public List<MissingFact> missingFacts() {
    return decision.certainty(host).missingFacts();
  }

  /** The number of VMMs. */
  public int size() {
    return ranking.size();
  }

  /** The VMM at a place of the ranking, from 0. */
  public Vmm vmm(int place) {
    return ranking.candidate(place).vmm();
  }

  /** The place of a VMM in the ranking, from 0. */
  public int place(Vmm vmm) {
    return ranking.indexOf(vmm);
  }

  /** Whether the VMM at a place can run, from 0. */
  public Eligibility eligibility(int place) {
    return ranking.scorer(place).eligibility();
  }

  /**
   * The criterion by which the VMM at a place comes after the best, even if everything unknown
   * about it turned out in its favour; eligibility if there is no best.
   *
   * @param place the place, from 1; from 0 if there is no best
   */
  public Criterion behind(int place) {
    return best().isEmpty() ? Criterion.ELIGIBILITY : ranking.comparedWithBest(place);
  }

  /**
   * Whether the VMM at a place is undetermined because a hard rule failed, or would be if none were
   * violated.
   *
   * @param place the place, from 0
   */
  public boolean isFailed(int place) {
    return ranking.scorer(place).isFailed();
  }

  /** The codes of the constraints in code that failed for some VMM; those waived as well. */
  public Set<String> failed() {
    Set<String> codes = new TreeSet<>();
    if (decision.customResults().anyFailed()) {
      for (int place = 0; place < size(); place++) {
        for (CompiledRule rule : ranking.candidate(place).rules()) {
          if (decision.evaluation().outcome(rule.clause().number()) == Outcome.ERROR) {
            codes.add(rule.rule().code());
          }
        }
      }
    }
    return codes;
  }

  /** The rules that the VMM at a place violates, in the order of the catalog. */
  public List<Rule> violated(int place) {
    return violated(place, masks(place).notWaived);
  }

  /** Those of them that count for the ranking. */
  public List<Rule> counting(int place) {
    return violated(place, masks(place).ranked);
  }

  /** Those of them that count for a criterion, as the VMM stands. */
  public List<Rule> counting(int place, Criterion criterion) {
    return switch (criterion) {
      case ELIGIBILITY -> violated(place, masks(place).hard);
      case SECURITY -> violated(place, masks(place).security);
      case HARM -> violated(place, masks(place).harm);
      case FITNESS -> violated(place, masks(place).unmetNeed);
      case MATURITY ->
          ranking.placement(place).phase().equals(Optional.of(Phase.BETA))
              ? violated(place, masks(place).hazard)
              : violated(place, masks(place).endOfLife);
      case SPEED, DEFAULT, ORDER -> List.of();
    };
  }

  /**
   * Whether the VMM at a place could be eligible if nothing but one fact were different: every rule
   * that rules it out reads that fact.
   *
   * @param fact the fact
   * @param place the place, from 0
   */
  public boolean couldBeEligibleBy(Fact fact, int place) {
    CompiledVmm candidate = ranking.candidate(place);
    Evaluation evaluation = decision.evaluation();
    long[] hard = candidate.masks().hard;
    int clause = evaluation.nextViolated(hard, 0);
    while (clause >= 0) {
      if (!candidate.compiled(clause).facts().contains(fact)) {
        return false;
      }
      clause = evaluation.nextViolated(hard, clause + 1);
    }
    return true;
  }

  private CompiledVmm.RuleMasks masks(int place) {
    return ranking.candidate(place).masks();
  }

  private List<Rule> violated(int place, long[] clauses) {
    CompiledVmm candidate = ranking.candidate(place);
    Evaluation evaluation = decision.evaluation();
    List<Rule> rules = new ArrayList<>();
    int clause = evaluation.nextViolated(clauses, 0);
    while (clause >= 0) {
      rules.add(candidate.rule(clause));
      clause = evaluation.nextViolated(clauses, clause + 1);
    }
    return rules;
  }
}
