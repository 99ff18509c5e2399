package dev.vmmadvisor.core.decide;

import dev.vmmadvisor.api.host.Fact;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The parts of the lines of a catalog, sorted by the facts that they read. Lines of constraints in
 * code are no part of it.
 */
final class LineParts {

  private final Knowledge knowledge;
  private final ByFact<FactShare.Part> byFact = new ByFact<>();
  private final long[] withoutFact;
  private final BitSet loose = new BitSet();

  LineParts(Knowledge knowledge) {
    this.knowledge = knowledge;
    Lines lines = knowledge.lines();
    this.withoutFact = new long[Matrix.MAKING * lines.words()];
    Arrays.fill(withoutFact, -1L);
    for (int i = 0; i < knowledge.firstCell(); i++) {
      Line line = lines.inOrder().get(i);
      boolean scope = sort(i, Matrix.SCOPE_POSSIBLE, line.scope());
      boolean test = sort(i, Matrix.TEST_POSSIBLE, line.test());
      loose.set(i, !scope || !test);
    }
  }

  /** Sorts the parts of a conjunction, and tells whether each of them reads one fact at most. */
  private boolean sort(int line, int vector, Expression whole) {
    boolean ofOneFact = true;
    ByFact<Expression> read = new ByFact<>();
    List<Expression> rest = new ArrayList<>();
    for (Expression part : whole.parts()) {
      Set<Fact> facts = facts(part);
      for (Fact fact : facts) {
        read.add(fact, part);
      }
      if (facts.isEmpty()) {
        rest.add(part);
      }
      ofOneFact &= facts.size() <= 1;
    }
    for (Map.Entry<Fact, List<Expression>> each : read.entries()) {
      byFact.add(each.getKey(), part(line, vector, each.getValue()));
    }
    part(line, vector, rest).addTo(withoutFact, knowledge.lines().words(), new Truth[0]);
    return ofOneFact;
  }

  private static FactShare.Part part(int line, int vector, List<Expression> parts) {
    return new FactShare.Part(line, vector, new Expression.All(List.copyOf(parts)));
  }

  private Set<Fact> facts(Expression part) {
    BitSet read = new BitSet();
    part.addTo(read);
    return knowledge.facts(read);
  }

  /** What each fact that is read at all has to say, in the order of {@link Fact}. */
  FactShare[] shares() {
    FactShare[] shares = new FactShare[byFact.size()];
    int size = 0;
    for (Map.Entry<Fact, List<FactShare.Part>> each : byFact.entries()) {
      shares[size++] = new FactShare(each.getKey(), each.getValue(), knowledge);
    }
    return shares;
  }

  /** What lines say without any fact. */
  long[] withoutFact() {
    return withoutFact;
  }

  /** The numbers of the lines that no joining of shares settles. */
  BitSet loose() {
    return loose;
  }
}
