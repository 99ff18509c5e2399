package dev.vmmadvisor.core.decide;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.host.Host;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is decided about a host. How sure it is and how each rule turned out is found out when it is
 * asked for. Safe to share between threads: all else is immutable, and at worst that is found out
 * twice.
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

  /** How the constraints in code turned out. */
  CustomRuleResults customResults() {
    return customResults;
  }

  /** How everything turned out. */
  Evaluation evaluation() {
    return evaluation;
  }

  Ranking ranking() {
    return ranking;
  }

  /** The best, or empty if every contender is ineligible. */
  Optional<Vmm> best() {
    return ranking.best();
  }

  /**
   * How sure the best candidate is.
   *
   * @param host the host
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
   * How the rules turned out.
   *
   * @param findings finds that out, if nobody asked before
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
