package dev.vmmadvisor.core.decide;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.host.Host;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is decided about all hosts of one class. How sure it is, is found out when it is asked for.
 * Safe to share between threads: that is immutable, and at worst found out twice.
 */
final class Decision {

  private final Goal goal;
  private final Judgements judgements;
  private final Ranking ranking;
  private final Optional<Vmm> best;
  private final Certainties certainties;
  private @Nullable Sure sure;

  Decision(Goal goal, Judgements judgements, Ranking ranking, Certainties certainties) {
    this.goal = goal;
    this.judgements = judgements;
    this.ranking = ranking;
    this.best = ranking.best();
    this.certainties = certainties;
  }

  /** How the constraints in code turned out. */
  Judgements judgements() {
    return judgements;
  }

  Ranking ranking() {
    return ranking;
  }

  /** The best, or empty if every contender is ineligible. */
  Optional<Vmm> best() {
    return best;
  }

  /**
   * How sure the best candidate is.
   *
   * @param host a host of the class
   */
  Sure sure(Host host) {
    Sure found = sure;
    if (found == null) {
      found = certainties.of(host, goal, judgements, ranking);
      sure = found;
    }
    return found;
  }
}
