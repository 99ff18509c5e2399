package dev.vmmadvisor.core.decision;

import dev.vmmadvisor.api.host.Host;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bit vectors that a group of facts contributes to an evaluation: those of {@linkplain
 * FactContribution each fact}, and those of the clauses that read several of the facts together.
 *
 * <p>The vectors are computed on first access for each combination of value classes and cached. A
 * combination with more than 64 bits is not cached. Safe to share between threads.
 */
final class JointContribution {

  private static final int MAX_COMBINATIONS = 8192; // cached combinations; a power of two

  private final CompiledCatalog catalog;
  private final FactContribution[] facts;
  private final boolean includesSingle;
  private final List<Clause> clauses;
  private final @Nullable VectorCache cache;

  /**
   * Creates the contribution of a group of facts.
   *
   * @param facts the contributions of the facts
   * @param includesSingle whether these contributions are included; otherwise only the clauses are
   * @param clauses the clauses that read several of the facts
   * @param catalog the catalog
   */
  JointContribution(
      List<FactContribution> facts,
      boolean includesSingle,
      List<Clause> clauses,
      CompiledCatalog catalog) {
    this.facts = facts.toArray(new FactContribution[0]);
    this.includesSingle = includesSingle;
    this.clauses = clauses;
    this.catalog = catalog;
    this.cache = bits(facts) <= Long.SIZE ? new VectorCache(MAX_COMBINATIONS) : null;
  }

  /** The number of bits of a combination of value classes. */
  static int bits(List<FactContribution> facts) {
    int bits = 0;
    for (FactContribution fact : facts) {
      bits += fact.bits();
    }
    return bits;
  }

  /** Restricts an evaluation that is being built by the facts of a host. */
  void addTo(Evaluation evaluation, Host host) {
    if (cache == null) {
      evaluation.and(vectors(host));
      return;
    }
    long combination = 0;
    for (FactContribution fact : facts) {
      combination = combination << fact.bits() | fact.classOf(host);
    }
    long[] vectors = cache.get(combination);
    if (vectors == null) {
      vectors = vectors(host);
      cache.put(combination, vectors);
    }
    evaluation.and(vectors);
  }

  private long[] vectors(Host host) {
    long[] vectors = new long[Evaluation.BUILD_VECTORS * catalog.clauses().words()];
    Arrays.fill(vectors, -1L);
    if (includesSingle) {
      for (FactContribution fact : facts) {
        fact.addTo(vectors, host);
      }
    }
    Truth[] truths = new Truth[catalog.comparisons().size()];
    BitSet found = new BitSet();
    for (Clause clause : clauses) {
      int number = clause.number();
      Truth scope = catalog.truth(clause.scope(), host, truths, found);
      Evaluation.ruleOut(vectors, number, Evaluation.SCOPE_POSSIBLE, scope);
      if (scope != Truth.FALSE) {
        Truth test = catalog.truth(clause.test(), host, truths, found);
        Evaluation.ruleOut(vectors, number, Evaluation.TEST_POSSIBLE, test);
      }
    }
    return vectors;
  }
}
