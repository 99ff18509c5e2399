package dev.vmmadvisor.core.decide;

import dev.vmmadvisor.api.host.Host;

/**
 * Makes the matrix of a host out of the {@linkplain JointContribution shares} of its facts. It says
 * the same as {@link CompiledCatalog#matrix}, which evaluates every line.
 *
 * <p>A scope or a test that is a conjunction, each part of which reads one fact, is true if each of
 * its parts is, and can be true if each of them can. So the shares of the facts are joined bit by
 * bit. The few lines that are no such conjunction are in the share of all the facts that they read.
 */
final class BitParallelEvaluator {

  private final CompiledCatalog knowledge;
  private final JointContribution[] shares;
  private final long[] withoutFact;

  BitParallelEvaluator(CompiledCatalog knowledge) {
    this.knowledge = knowledge;
    ClauseIndex parts = new ClauseIndex(knowledge);
    this.shares = parts.shares().toArray(new JointContribution[0]);
    this.withoutFact = parts.withoutFact();
  }

  /**
   * How everything turns out for a host.
   *
   * @param host the host
   * @param judgements how the constraints in code turned out
   */
  Evaluation matrix(Host host, CustomRuleResults judgements) {
    Evaluation matrix = Evaluation.of(withoutFact);
    for (JointContribution share : shares) {
      share.addTo(matrix, host);
    }
    knowledge.lines().settle(matrix);
    knowledge.put(judgements, matrix);
    return matrix;
  }
}
