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
  private final BitSet mistakable = new BitSet();

  Clauses(List<Clause> inOrder) {
    this.inOrder = List.copyOf(inOrder);
    this.words = words(inOrder.size());
    this.requires = new long[words];
    this.declaredOnly = new long[words];
    for (Clause line : inOrder) {
      mark(requires, line.number(), line.requires());
      mark(declaredOnly, line.number(), line.declaredOnly());
      comparisons.add(line.comparisons());
      BitSet mistakes = new BitSet();
      line.mistaken().addTo(mistakes);
      mistakable.set(line.number(), !mistakes.isEmpty());
    }
  }

  /** How many words a bit for each of some lines needs. */
  static int words(int lines) {
    return (lines + Long.SIZE - 1) / Long.SIZE;
  }

  /** Sets the bit of a line if it has something. */
  static void mark(long[] bits, int line, boolean has) {
    bits[line >>> 6] |= has ? 1L << (line & 63) : 0;
  }

  List<Clause> inOrder() {
    return inOrder;
  }

  /** The numbers of the comparisons that a line reads. */
  BitSet comparisons(int line) {
    return comparisons.get(line);
  }

  /** How many words a bit for each line needs. */
  int words() {
    return words;
  }

  /** Turns scopes and tests into outcomes. */
  void settle(Evaluation matrix) {
    matrix.settle(requires, declaredOnly);
  }

  /**
   * How some lines turn out.
   *
   * @param truths the truth of each comparison
   * @param which the lines; of all others nothing is told
   */
  Evaluation matrix(Truth[] truths, BitSet which) {
    Evaluation matrix = Evaluation.ofNothing(words);
    for (int i = which.nextSetBit(0); i >= 0; i = which.nextSetBit(i + 1)) {
      Clause line = inOrder.get(i);
      matrix.put(i, line.scope().evaluate(truths), line.test().evaluate(truths));
    }
    settle(matrix);
    for (int i = which.nextSetBit(0); i >= 0; i = which.nextSetBit(i + 1)) {
      if (mistakable.get(i) && inOrder.get(i).mistaken().evaluate(truths) == Truth.TRUE) {
        matrix.put(i, Outcome.ERROR);
      }
    }
    return matrix;
  }
}
