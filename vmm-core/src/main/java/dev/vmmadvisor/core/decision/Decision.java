package dev.vmmadvisor.core.decision;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.host.Host;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The decision about a host: outcomes, ranking and certainty. The certainty and the outcomes of the
 * rules are computed on first access. Safe to share between threads; a race only causes a
 * recomputation.
 */
final class Decision {

  private final Goal goal;
  private final CustomRuleResults customResults;
  private final Evaluation evaluation;
  private final Ranking ranking;
  private final CertaintyAnalyzer analyzer;
  private @Nullable CertaintyResult certainty;
  private FindingFactory.@Nullable Outcomes outcomes;

  Decision(
      Goal goal,
      CustomRuleResults customResults,
      Evaluation evaluation,
      Ranking ranking,
      CertaintyAnalyzer analyzer) {
    this.goal = goal;
    this.customResults = customResults;
    this.evaluation = evaluation;
    this.ranking = ranking;
    this.analyzer = analyzer;
  }

  /** The results of the constraints in code. */
  CustomRuleResults customResults() {
    return customResults;
  }

  /** The outcomes of all clauses. */
  Evaluation evaluation() {
    return evaluation;
  }

  Ranking ranking() {
    return ranking;
  }

  /** The best VMM, or empty if every VMM is ineligible. */
  Optional<Vmm> best() {
    return ranking.best();
  }

  /**
   * The certainty of the best VMM.
   *
   * @param host the host of the decision
   */
  CertaintyResult certainty(Host host) {
    CertaintyResult found = certainty;
    if (found == null) {
      found = analyzer.of(host, goal, customResults, evaluation, ranking);
      certainty = found;
    }
    return found;
  }

  /**
   * The outcomes of the rules, for findings.
   *
   * @param findings computes them on first access
   */
  FindingFactory.Outcomes outcomes(FindingFactory findings) {
    FindingFactory.Outcomes found = outcomes;
    if (found == null) {
      found = findings.outcomes(evaluation, goal);
      outcomes = found;
    }
    return found;
  }
}
