package dev.vmmadvisor.core.decision;

import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.host.Host;
import java.util.Arrays;

/**
 * Decides about hosts. Rankings are cached for each class of hosts with the same ranked outcomes.
 * Safe to share between threads.
 */
final class Decisions {

  /** The capacity of the cache of rankings. */
  private static final int MAX_RANKINGS = 16_384;

  private final CompiledCatalog catalog;
  private final BitParallelEvaluator evaluator;
  private final CertaintyAnalyzer analyzer;
  private final long[] ranked; // mask of the bits of an evaluation that the ranking reads
  private final BoundedCache<Ranking> rankings = new BoundedCache<>(MAX_RANKINGS);

  Decisions(CompiledCatalog catalog) {
    this.catalog = catalog;
    this.evaluator = new BitParallelEvaluator(catalog);
    this.analyzer = new CertaintyAnalyzer(catalog);
    this.ranked =
        Evaluation.bitsOf(Arrays.copyOf(catalog.ranked().toLongArray(), catalog.clauses().words()));
  }

  /**
   * The decision about a host.
   *
   * @param host the host, completed by {@link Implications#effective}
   * @param goal the goal of the ranking
   */
  Decision of(Host host, Goal goal) {
    boolean isNoMac = catalog.isRuledOutBySystem(host);
    CustomRuleResults customResults =
        isNoMac ? catalog.noCustomResults() : catalog.customResults(host);
    Evaluation evaluation = evaluate(host, customResults);
    return new Decision(goal, customResults, evaluation, ranking(goal, evaluation), analyzer);
  }

  /** The outcomes of the rules of the catalog for a host, without constraints in code. */
  Evaluation ofCatalog(Host host) {
    return evaluate(host, catalog.noCustomResults());
  }

  /** A host with implied ranges is evaluated clause by clause. */
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

  /**
   * The ranking for the outcomes, from the cache if a host with the same ranked outcomes was seen.
   */
  private Ranking ranking(Goal goal, Evaluation evaluation) {
    BoundedCache.Key key = new BoundedCache.Key(evaluation.bits(), ranked, goal);
    Ranking cached = rankings.get(key);
    return cached == null
        ? rankings.put(key, Ranking.of(catalog.candidates(), goal, evaluation))
        : cached;
  }
}
