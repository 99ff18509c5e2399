package dev.vmmadvisor.core.decide;

import dev.vmmadvisor.api.host.Host;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What some facts have to say together about the lines of a catalog: what {@linkplain
 * FactContribution each of them} has to say, and how the lines turn out that only several facts
 * settle.
 *
 * <p>That is found out when a combination of the classes of their values is met for the first time,
 * and kept; of the combinations, a limited number. What is kept says the same as what would be
 * found out anew. Where a combination has too many bits for a number, nothing is kept.
 */
final class JointContribution {

  private static final int MAX_COMBINATIONS = 8192; // combinations that are kept; a power of two

  private final CompiledCatalog catalog;
  private final FactContribution[] facts;
  private final boolean includesSingle;
  private final List<Clause> clauses;
  private final @Nullable VectorCache cache;

  /**
   * The share of some facts.
   *
   * @param facts what each of them has to say by itself
   * @param includesSingle whether that is part of it; otherwise only the lines are
   * @param clauses the lines that only they together settle
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

  /** How many bits a combination of the classes of some facts has. */
  static int bits(List<FactContribution> facts) {
    int bits = 0;
    for (FactContribution fact : facts) {
      bits += fact.bits();
    }
    return bits;
  }

  /** Takes from a matrix what the facts of a host rule out. */
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
