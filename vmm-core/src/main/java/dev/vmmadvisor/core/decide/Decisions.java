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
  private static final int MAX_RANKINGS = 16_384;

  private final CompiledCatalog catalog;
  private final BitParallelEvaluator evaluator;
  private final CertaintyAnalyzer analyzer;
  private final long[] ranked; // bits of a matrix
  private final BoundedCache<Ranking> rankings = new BoundedCache<>(MAX_RANKINGS);

  Decisions(CompiledCatalog catalog) {
    this.catalog = catalog;
    this.evaluator = new BitParallelEvaluator(catalog);
    this.analyzer = new CertaintyAnalyzer(catalog);
    this.ranked =
        Evaluation.bitsOf(Arrays.copyOf(catalog.ranked().toLongArray(), catalog.clauses().words()));
  }

  /**
   * What is decided about a host.
   *
   * @param host the host, with what its facts imply
   * @param goal what is favoured
   */
  Decision of(Host host, Goal goal) {
    boolean isNoMac = catalog.isRuledOutBySystem(host);
    CustomRuleResults customResults =
        isNoMac ? catalog.noCustomResults() : catalog.customResults(host);
    Evaluation evaluation = evaluate(host, customResults);
    return new Decision(goal, customResults, evaluation, ranking(goal, evaluation), analyzer);
  }

  /** How the rules of the catalog turn out for a host; of constraints in code nothing is said. */
  Evaluation ofCatalog(Host host) {
    return evaluate(host, catalog.noCustomResults());
  }

  /** A host of which ranges are implied is held against every rule, one by one. */
  private Evaluation evaluate(Host host, CustomRuleResults customResults) {
    boolean isImplied =
        host.impliedMacOsVersions().isPresent() || host.impliedReleases().isPresent();
    Evaluation evaluation =
        isImplied
            ? catalog.evaluate(catalog.truths(host, customResults))
            : evaluator.evaluate(host, customResults);
    if (catalog.isRuledOutBySystem(host)) {
      catalog.excludeMacClauses(evaluation);
    }
    return evaluation;
  }

  /** The ranking for a matrix, which all have in common that say the same to it. */
  private Ranking ranking(Goal goal, Evaluation evaluation) {
    BoundedCache.Key key = new BoundedCache.Key(evaluation.bits(), ranked, goal);
    Ranking cached = rankings.get(key);
    return cached == null
        ? rankings.put(key, Ranking.of(catalog.candidates(), goal, evaluation))
        : cached;
  }
}
