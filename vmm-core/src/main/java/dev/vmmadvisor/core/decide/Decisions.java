package dev.vmmadvisor.core.decide;

import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.host.Host;
import org.jspecify.annotations.Nullable;

/**
 * Decides about hosts, and keeps what was decided for the next host of the same class. Immutable to
 * all who look on, and safe to share between threads.
 */
final class Decisions {

  /** How many classes are kept at most. */
  private static final int MOST_CLASSES = 16_384;

  private final Knowledge knowledge;
  private final HostReader reader;
  private final Certainties certainties;
  private final @Nullable Kept<Decision> kept;
  private final Kept<Ranking> rankings = new Kept<>(MOST_CLASSES);

  Decisions(Knowledge knowledge) {
    this.knowledge = knowledge;
    this.reader = new HostReader(knowledge);
    this.certainties = new Certainties(knowledge);
    // what constraints in code say of a host holds for no other
    this.kept =
        knowledge.cells().isEmpty() && reader.rowsAreClasses() ? new Kept<>(MOST_CLASSES) : null;
  }

  /**
   * What is decided about a host.
   *
   * @param host the host
   * @param goal what is favoured
   */
  Decision of(Host host, Goal goal) {
    long[] row = reader.row(host);
    if (kept == null) {
      return decide(host, goal, row);
    }
    Kept.Key key = new Kept.Key(row, goal);
    Decision before = kept.get(key);
    return before == null ? kept.put(key, decide(host, goal, row)) : before;
  }

  private Decision decide(Host host, Goal goal, long[] row) {
    Judgements judgements = knowledge.judgements(host);
    Matrix matrix = reader.matrix(host, row, judgements);
    return new Decision(goal, judgements, ranking(goal, matrix), certainties);
  }

  /**
   * The ranking for a matrix, which many classes have in common: so less of it has to be at hand.
   */
  private Ranking ranking(Goal goal, Matrix matrix) {
    Kept.Key key = new Kept.Key(matrix.bits(), goal);
    Ranking before = rankings.get(key);
    return before == null
        ? rankings.put(key, Ranking.of(knowledge.contenders(), goal, matrix))
        : before;
  }
}
