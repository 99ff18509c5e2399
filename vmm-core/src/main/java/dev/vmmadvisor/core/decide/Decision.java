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
  private final CustomRuleResults judgements;
  private final Evaluation matrix;
  private final Ranking ranking;
  private final CertaintyAnalyzer certainties;
  private @Nullable CertaintyResult sure;
  private FindingFactory.@Nullable Outcomes outcomes;

  Decision(
      Goal goal,
      CustomRuleResults judgements,
      Evaluation matrix,
      Ranking ranking,
      CertaintyAnalyzer certainties) {
    this.goal = goal;
    this.judgements = judgements;
    this.matrix = matrix;
    this.ranking = ranking;
    this.certainties = certainties;
  }

  /** How the constraints in code turned out. */
  CustomRuleResults judgements() {
    return judgements;
  }

  /** How everything turned out. */
  Evaluation matrix() {
    return matrix;
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
  CertaintyResult sure(Host host) {
    CertaintyResult found = sure;
    if (found == null) {
      found = certainties.of(host, goal, judgements, matrix, ranking);
      sure = found;
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
      found = findings.outcomes(matrix, goal);
      outcomes = found;
    }
    return found;
  }
}
