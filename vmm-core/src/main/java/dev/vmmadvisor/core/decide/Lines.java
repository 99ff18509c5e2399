package dev.vmmadvisor.core.decide;

import dev.vmmadvisor.api.advice.Outcome;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;

/** The lines of a catalog, in the order of their numbers, and how they turn out. */
final class Lines {

  private final List<Line> inOrder;
  private final int words;
  private final long[] requires;
  private final long[] declaredOnly;
  private final List<BitSet> comparisons;

  Lines(List<Line> inOrder) {
    this.inOrder = List.copyOf(inOrder);
    this.words = (inOrder.size() + Long.SIZE - 1) / Long.SIZE;
    this.requires = those(Line::requires);
    this.declaredOnly = those(Line::declaredOnly);
    this.comparisons = inOrder.stream().map(Line::comparisons).toList();
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

  /** A bit for each line with a property. */
  private long[] those(Predicate<Line> property) {
    BitSet those = new BitSet();
    inOrder.stream().filter(property).forEach(line -> those.set(line.number()));
    return Arrays.copyOf(those.toLongArray(), words);
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
