package dev.vmmadvisor.core.decide;

import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.host.Host;
import java.util.Arrays;

/**
 * Decides about hosts, and keeps how they rank for the next hosts of which the ranking sees the
 * same. Immutable to all who look on, and safe to share between threads.
 */
final class Decisions {

  /** How many rankings are kept at most. */
  private static final int MAX = 16_384;

  private final CompiledCatalog knowledge;
  private final BitParallelEvaluator reader;
  private final CertaintyAnalyzer certainties;
  private final long[] ranked; // bits of a matrix
  private final BoundedCache<Ranking> rankings = new BoundedCache<>(MAX);

  Decisions(CompiledCatalog knowledge) {
    this.knowledge = knowledge;
    this.reader = new BitParallelEvaluator(knowledge);
    this.certainties = new CertaintyAnalyzer(knowledge);
    this.ranked =
        Evaluation.bitsOf(
            Arrays.copyOf(knowledge.ranked().toLongArray(), knowledge.lines().words()));
  }

  /**
   * What is decided about a host.
   *
   * @param host the host, with what its facts imply
   * @param goal what is favoured
   */
  Decision of(Host host, Goal goal) {
    boolean isNoMac = knowledge.isRuledOutBySystem(host);
    CustomRuleResults judgements = isNoMac ? knowledge.ofNone() : knowledge.judgements(host);
    Evaluation matrix = matrix(host, judgements);
    return new Decision(goal, judgements, matrix, ranking(goal, matrix), certainties);
  }

  /** How the rules of the catalog turn out for a host; of constraints in code nothing is said. */
  Evaluation ofCatalog(Host host) {
    return matrix(host, knowledge.ofNone());
  }

  /** A host of which ranges are implied is held against every rule, one by one. */
  private Evaluation matrix(Host host, CustomRuleResults judgements) {
    boolean isImplied =
        host.impliedMacOsVersions().isPresent() || host.impliedReleases().isPresent();
    Evaluation matrix =
        isImplied
            ? knowledge.matrix(knowledge.truths(host, judgements))
            : reader.matrix(host, judgements);
    if (knowledge.isRuledOutBySystem(host)) {
      knowledge.leaveOutOfMacs(matrix);
    }
    return matrix;
  }

  /** The ranking for a matrix, which all have in common that say the same to it. */
  private Ranking ranking(Goal goal, Evaluation matrix) {
    BoundedCache.Key key = new BoundedCache.Key(matrix.bits(), ranked, goal);
    Ranking before = rankings.get(key);
    return before == null
        ? rankings.put(key, Ranking.of(knowledge.contenders(), goal, matrix))
        : before;
  }
}
