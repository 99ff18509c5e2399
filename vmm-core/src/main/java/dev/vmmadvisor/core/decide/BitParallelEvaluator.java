package dev.vmmadvisor.core.decide;

import dev.vmmadvisor.api.host.Host;

/**
 * Makes the matrix of a host out of the {@linkplain JointContribution shares} of its facts. It says
 * the same as {@link CompiledCatalog#evaluation}, which evaluates every line.
 *
 * <p>A scope or a test that is a conjunction, each part of which reads one fact, is true if each of
 * its parts is, and can be true if each of them can. So the shares of the facts are joined bit by
 * bit. The few lines that are no such conjunction are in the share of all the facts that they read.
 */
final class BitParallelEvaluator {

  private final CompiledCatalog catalog;
  private final JointContribution[] contributions;
  private final long[] withoutFact;

  BitParallelEvaluator(CompiledCatalog catalog) {
    this.catalog = catalog;
    ClauseIndex index = new ClauseIndex(catalog);
    this.contributions = index.contributions().toArray(new JointContribution[0]);
    this.withoutFact = index.withoutFact();
  }

  /**
   * How everything turns out for a host.
   *
   * @param host the host
   * @param customResults how the constraints in code turned out
   */
  Evaluation evaluate(Host host, CustomRuleResults customResults) {
    Evaluation evaluation = Evaluation.of(withoutFact);
    for (JointContribution contribution : contributions) {
      contribution.addTo(evaluation, host);
    }
    catalog.clauses().toOutcomes(evaluation);
    catalog.put(customResults, evaluation);
    return evaluation;
  }
}
