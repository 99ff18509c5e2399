package dev.vmmadvisor.core.decide;

import dev.vmmadvisor.api.advice.Outcome;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The lines of a catalog, in the order of their numbers, and how they turn out. */
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

  /** How many words a bit for each of some lines needs. */
  static int words(int clauses) {
    return (clauses + Long.SIZE - 1) / Long.SIZE;
  }

  /** Sets the bit of a line if it has something. */
  static void setBit(long[] bits, int clause, boolean has) {
    bits[clause >>> 6] |= has ? 1L << (clause & 63) : 0;
  }

  List<Clause> inOrder() {
    return inOrder;
  }

  /** The numbers of the comparisons that a line reads. */
  BitSet comparisons(int clause) {
    return comparisons.get(clause);
  }

  /** How many words a bit for each line needs. */
  int words() {
    return words;
  }

  /** Turns scopes and tests into outcomes. */
  void toOutcomes(Evaluation evaluation) {
    evaluation.toOutcomes(requires, declaredOnly);
  }

  /**
   * How some lines turn out.
   *
   * @param truths the truth of each comparison
   * @param selected the lines; of all others nothing is told
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
