package dev.vmmadvisor.core.decide;

import dev.vmmadvisor.api.catalog.Condition;
import dev.vmmadvisor.api.host.Host;
import java.util.ArrayList;
import java.util.Arrays;
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
    BitSet custom = new BitSet();
    knowledge.cells().forEach(cell -> custom.set(cell.first(), cell.first() + Judgements.PLACES));
    this.shares =
        knowledge.comparisons().stream()
            .map(Condition.Comparison::fact)
            .distinct()
            .sorted()
            .map(fact -> new FactShare(fact, knowledge))
            .toArray(FactShare[]::new);
    this.withoutFact = FactShare.withoutFact(knowledge.lines());
    for (Line line : knowledge.lines().inOrder()) {
      boolean exact =
          line.comparisons().intersects(custom) || (joins(line.scope()) && joins(line.test()));
      if (!exact) {
        List<Integer> read = line.comparisons().stream().boxed().toList();
        loose.add(
            new Loose(
                line.number(),
                read,
                line.scope().renumbered(read::indexOf),
                line.test().renumbered(read::indexOf)));
      }
    }
  }

  private boolean joins(Expression expression) {
    return expression.parts().stream().allMatch(part -> FactShare.isOfOneFact(part, knowledge));
  }

  /**
   * Whether a row tells hosts apart as far as the catalog does: to all hosts with the same row, all
   * comparisons have the same answer, and what is open about them is the same.
   */
  boolean rowsAreClasses() {
    return Arrays.stream(shares).allMatch(FactShare::hasClasses);
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
