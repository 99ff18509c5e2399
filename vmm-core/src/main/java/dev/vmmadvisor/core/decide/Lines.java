package dev.vmmadvisor.core.decide;

import dev.vmmadvisor.api.advice.Outcome;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The lines of a catalog, in the order of their numbers, and how they turn out. */
final class Lines {

  private final List<Line> inOrder;
  private final int words;
  private final long[] requires;
  private final long[] declaredOnly;
  private final List<BitSet> comparisons = new ArrayList<>();

  Lines(List<Line> inOrder) {
    this.inOrder = List.copyOf(inOrder);
    this.words = (inOrder.size() + Long.SIZE - 1) / Long.SIZE;
    this.requires = new long[words];
    this.declaredOnly = new long[words];
    for (Line line : inOrder) {
      long bit = 1L << (line.number() & 63);
      requires[line.number() >>> 6] |= line.requires() ? bit : 0;
      declaredOnly[line.number() >>> 6] |= line.declaredOnly() ? bit : 0;
      comparisons.add(line.comparisons());
    }
  }

  List<Line> inOrder() {
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
  void settle(Matrix matrix) {
    matrix.settle(requires, declaredOnly);
  }

  /**
   * How some lines turn out.
   *
   * @param truths the truth of each comparison
   * @param which the lines; of all others nothing is told
   */
  Matrix matrix(Truth[] truths, BitSet which) {
    Matrix matrix = Matrix.ofNothing(words);
    for (int i = which.nextSetBit(0); i >= 0; i = which.nextSetBit(i + 1)) {
      Line line = inOrder.get(i);
      matrix.put(i, line.scope().evaluate(truths), line.test().evaluate(truths));
    }
    settle(matrix);
    for (int i = which.nextSetBit(0); i >= 0; i = which.nextSetBit(i + 1)) {
      if (inOrder.get(i).mistaken().evaluate(truths) == Truth.TRUE) {
        matrix.put(i, Outcome.ERROR);
      }
    }
    return matrix;
  }
}
