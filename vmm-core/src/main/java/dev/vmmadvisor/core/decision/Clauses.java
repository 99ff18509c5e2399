package dev.vmmadvisor.core.decision;

import dev.vmmadvisor.api.advice.Outcome;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The clauses of a catalog, in the order of their numbers. Immutable. */
final class Clauses {

  private final List<Clause> inOrder;
  private final int words;
  private final long[] requires;
  private final long[] declaredOnly;
  private final List<BitSet> comparisons = new ArrayList<>();
  private final BitSet canFail = new BitSet();

  Clauses(List<Clause> inOrder) {
    this.inOrder = List.copyOf(inOrder);
    this.words = words(inOrder.size());
    this.requires = new long[words];
    this.declaredOnly = new long[words];
    for (Clause clause : inOrder) {
      setBit(requires, clause.number(), clause.requires());
      setBit(declaredOnly, clause.number(), clause.declaredOnly());
      comparisons.add(clause.comparisons());
      BitSet errors = new BitSet();
      clause.error().addTo(errors);
      canFail.set(clause.number(), !errors.isEmpty());
    }
  }

  /**
   * The number of 64-bit words of a bit vector with one bit for each clause.
   *
   * @param clauses the number of clauses
   */
  static int words(int clauses) {
    return (clauses + Long.SIZE - 1) / Long.SIZE;
  }

  /** Sets the bit of a clause if a condition is true. */
  static void setBit(long[] bits, int clause, boolean condition) {
    bits[clause >>> 6] |= condition ? 1L << (clause & 63) : 0;
  }

  List<Clause> inOrder() {
    return inOrder;
  }

  /** The numbers of the comparisons that a clause reads. */
  BitSet comparisons(int clause) {
    return comparisons.get(clause);
  }

  /** The number of 64-bit words of a bit vector with one bit for each clause. */
  int words() {
    return words;
  }

  /** Turns the truths of scopes and tests into outcomes. */
  void toOutcomes(Evaluation evaluation) {
    evaluation.toOutcomes(requires, declaredOnly);
  }

  /**
   * Evaluates some clauses one by one.
   *
   * @param truths the truth of each comparison
   * @param selected the numbers of the clauses; all others are not applicable in the result
   */
  Evaluation evaluate(Truth[] truths, BitSet selected) {
    Evaluation evaluation = Evaluation.empty(words);
    for (int i = selected.nextSetBit(0); i >= 0; i = selected.nextSetBit(i + 1)) {
      Clause clause = inOrder.get(i);
      evaluation.put(i, clause.scope().evaluate(truths), clause.test().evaluate(truths));
    }
    toOutcomes(evaluation);
    for (int i = selected.nextSetBit(0); i >= 0; i = selected.nextSetBit(i + 1)) {
      if (canFail.get(i) && inOrder.get(i).error().evaluate(truths) == Truth.TRUE) {
        evaluation.put(i, Outcome.ERROR);
      }
    }
    return evaluation;
  }
}
