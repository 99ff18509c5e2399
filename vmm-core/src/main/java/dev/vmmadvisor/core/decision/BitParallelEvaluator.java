package dev.vmmadvisor.core.decision;

import dev.vmmadvisor.api.host.Host;

/**
 * Evaluates all clauses of a catalog for a host at once, by ANDing bit vectors. The result equals
 * that of {@link CompiledCatalog#evaluate}, which evaluates clause by clause.
 *
 * <p>Most scopes and tests are conjunctions whose parts read one fact each. Such a conjunction is
 * true if every part is true, and possible if every part is possible. So the vectors of the facts,
 * one bit for each clause, are joined with a bitwise AND. The {@linkplain JointContribution
 * contributions} supply them. A clause of another form is part of the contribution of all facts
 * that it reads.
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
   * Evaluates all clauses for a host.
   *
   * @param host the host
   * @param customResults the results of the constraints in code
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
