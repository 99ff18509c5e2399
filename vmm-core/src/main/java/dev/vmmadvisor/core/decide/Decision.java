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
  private final Judgements judgements;
  private final Matrix matrix;
  private final Ranking ranking;
  private final Certainties certainties;
  private @Nullable Sure sure;
  private Findings.@Nullable Outcomes outcomes;

  Decision(
      Goal goal, Judgements judgements, Matrix matrix, Ranking ranking, Certainties certainties) {
    this.goal = goal;
    this.judgements = judgements;
    this.matrix = matrix;
    this.ranking = ranking;
    this.certainties = certainties;
  }

  /** How the constraints in code turned out. */
  Judgements judgements() {
    return judgements;
  }

  /** How everything turned out. */
  Matrix matrix() {
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
  Sure sure(Host host) {
    Sure found = sure;
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
  Findings.Outcomes outcomes(Findings findings) {
    Findings.Outcomes found = outcomes;
    if (found == null) {
      found = findings.outcomes(matrix, goal);
      outcomes = found;
    }
    return found;
  }
}
