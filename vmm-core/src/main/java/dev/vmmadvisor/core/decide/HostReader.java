package dev.vmmadvisor.core.decide;

import dev.vmmadvisor.api.host.Host;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Makes the matrix of a host out of the {@linkplain FactShare shares} of its facts. It says the
 * same as {@link Knowledge#matrix}, which evaluates every line.
 *
 * <p>A scope or a test that is a conjunction, each part of which reads one fact, is true if each of
 * its parts is, and can be true if each of them can. So the shares of the facts are joined bit by
 * bit. The few lines that are no such conjunction are evaluated by themselves, unless one fact
 * alone already rules them out.
 */
final class HostReader {

  private final Knowledge knowledge;
  private final FactShare[] shares;
  private final long[] withoutFact;
  private final List<Loose> loose = new ArrayList<>();

  /**
   * A line that no joining of shares settles.
   *
   * @param line its number
   * @param comparisons the comparisons it reads
   * @param scope its scope, over the places of the comparisons in that list
   * @param test its test, likewise
   */
  private record Loose(int line, List<Integer> comparisons, Expression scope, Expression test) {}

  HostReader(Knowledge knowledge) {
    this.knowledge = knowledge;
    LineParts parts = new LineParts(knowledge);
    this.shares = parts.shares();
    this.withoutFact = parts.withoutFact();
    for (int i = parts.loose().nextSetBit(0); i >= 0; i = parts.loose().nextSetBit(i + 1)) {
      Line line = knowledge.lines().inOrder().get(i);
      List<Integer> read = new ArrayList<>();
      BitSet comparisons = line.comparisons();
      for (int n = comparisons.nextSetBit(0); n >= 0; n = comparisons.nextSetBit(n + 1)) {
        read.add(n);
      }
      loose.add(new Loose(i, read, line.scope().renumbered(read), line.test().renumbered(read)));
    }
  }

  /**
   * Whether a row tells hosts apart as far as the catalog does: to all hosts with the same row, all
   * comparisons have the same answer, and what is open about them is the same.
   */
  boolean rowsAreClasses() {
    for (FactShare share : shares) {
      if (!share.hasClasses()) {
        return false;
      }
    }
    return true;
  }

  /** A host as a row of numbers: the class of each fact that the catalog looks at. */
  long[] row(Host host) {
    long[] row = new long[shares.length];
    for (int i = 0; i < row.length; i++) {
      row[i] = shares[i].classOf(host);
    }
    return row;
  }

  /** How everything turns out for a host. */
  Matrix matrix(Host host, Judgements judgements) {
    return matrix(host, row(host), judgements);
  }

  /**
   * How everything turns out for a host.
   *
   * @param host the host
   * @param row its row
   * @param judgements how the constraints in code turned out
   */
  Matrix matrix(Host host, long[] row, Judgements judgements) {
    Matrix matrix = Matrix.ofCertainties(knowledge.lines().words());
    matrix.and(withoutFact);
    for (int i = 0; i < row.length; i++) {
      shares[i].addTo(matrix, row[i], host);
    }
    for (Loose line : loose) {
      if (matrix.isInScope(line.line())) {
        Truth[] truths = new Truth[line.comparisons().size()];
        for (int i = 0; i < truths.length; i++) {
          truths[i] = knowledge.truth(line.comparisons().get(i), host);
        }
        matrix.put(line.line(), line.scope().evaluate(truths), line.test().evaluate(truths));
      }
    }
    knowledge.lines().settle(matrix);
    knowledge.put(judgements, matrix);
    return matrix;
  }
}
