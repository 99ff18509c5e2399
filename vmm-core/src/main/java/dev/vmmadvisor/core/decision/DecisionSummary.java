package dev.vmmadvisor.core.decision;

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
 * A summary of a decision for fleet statistics. It names rules and builds no findings. Waived rules
 * are left out. Safe to share between threads.
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

  /** The best VMM, or empty if every VMM is ineligible. */
  public Optional<Vmm> best() {
    return decision.best();
  }

  /** Whether the best VMM depends on unknown facts. */
  public Certainty certainty() {
    return decision.certainty(host).certainty();
  }

  /** The facts that determine the best VMM; empty if it is certain. */
  public List<MissingFact> missingFacts() {
    return decision.certainty(host).missingFacts();
  }

  /** The number of VMMs. */
  public int size() {
    return ranking.size();
  }

  /** The VMM at an index of the ranking, from 0. */
  public Vmm vmm(int index) {
    return ranking.candidate(index).vmm();
  }

  /** The index of a VMM in the ranking, from 0. */
  public int place(Vmm vmm) {
    return ranking.indexOf(vmm);
  }

  /** Whether the VMM at an index can run. */
  public Eligibility eligibility(int index) {
    return ranking.scorer(index).eligibility();
  }

  /**
   * The criterion on which the VMM at an index is worse than the best, even if every unknown fact
   * is in its favour. Eligibility if there is no best.
   *
   * @param index the index, from 1; from 0 if there is no best
   */
  public Criterion behind(int index) {
    return best().isEmpty() ? Criterion.ELIGIBILITY : ranking.comparedWithBest(index);
  }

  /**
   * Whether a hard constraint in code failed for the VMM at an index.
   *
   * @param index the index, from 0
   */
  public boolean isFailed(int index) {
    return ranking.scorer(index).isFailed();
  }

  /** The codes of the constraints in code that failed for any VMM, waived ones included. */
  public Set<String> failed() {
    Set<String> codes = new TreeSet<>();
    if (decision.customResults().anyFailed()) {
      for (int index = 0; index < size(); index++) {
        for (CompiledRule rule : ranking.candidate(index).rules()) {
          if (decision.evaluation().outcome(rule.clause().number()) == Outcome.ERROR) {
            codes.add(rule.rule().code());
          }
        }
      }
    }
    return codes;
  }

  /** The rules that the VMM at an index violates, in the order of the catalog. */
  public List<Rule> violated(int index) {
    return violated(index, masks(index).notWaived);
  }

  /** The violated rules that count for the ranking. */
  public List<Rule> counting(int index) {
    return violated(index, masks(index).ranked);
  }

  /** The violated rules that count for a criterion. */
  public List<Rule> counting(int index, Criterion criterion) {
    return switch (criterion) {
      case ELIGIBILITY -> violated(index, masks(index).hard);
      case SECURITY -> violated(index, masks(index).security);
      case HARM -> violated(index, masks(index).harm);
      case FITNESS -> violated(index, masks(index).unmetNeed);
      case MATURITY ->
          ranking.placement(index).phase().equals(Optional.of(Phase.BETA))
              ? violated(index, masks(index).hazard)
              : violated(index, masks(index).endOfLife);
      case SPEED, DEFAULT, ORDER -> List.of();
    };
  }

  /**
   * Whether another value of one fact could make the VMM at an index eligible: every rule that
   * excludes the VMM reads that fact.
   *
   * @param fact the fact
   * @param index the index, from 0
   */
  public boolean couldBeEligibleBy(Fact fact, int index) {
    CompiledVmm candidate = ranking.candidate(index);
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

  private CompiledVmm.RuleMasks masks(int index) {
    return ranking.candidate(index).masks();
  }

  private List<Rule> violated(int index, long[] clauses) {
    CompiledVmm candidate = ranking.candidate(index);
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
