package dev.vmmadvisor.core.decide;

import dev.vmmadvisor.api.host.Fact;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The parts of the lines of a catalog, sorted by the facts that they read. Lines of constraints in
 * code are no part of it.
 */
final class ClauseIndex {

  /** How many bits the classes of some facts may have together, so that few combinations occur. */
  private static final int FEW_BITS = 20;

  private final CompiledCatalog knowledge;
  private final ByFact<FactContribution.Part> byFact = new ByFact<>();
  private final long[] withoutFact;
  private final Map<Set<Fact>, List<Clause>> together = new LinkedHashMap<>(); // by what they read

  ClauseIndex(CompiledCatalog knowledge) {
    this.knowledge = knowledge;
    Clauses lines = knowledge.lines();
    this.withoutFact = new long[Evaluation.MAKING * lines.words()];
    Arrays.fill(withoutFact, -1L);
    for (int i = 0; i < knowledge.firstCell(); i++) {
      Clause line = lines.inOrder().get(i);
      boolean scope = sort(i, Evaluation.SCOPE_POSSIBLE, line.scope());
      boolean test = sort(i, Evaluation.TEST_POSSIBLE, line.test());
      if (!scope || !test) {
        add(line, knowledge.facts(line.comparisons()), together);
      }
    }
  }

  private static void add(Clause line, Set<Fact> facts, Map<Set<Fact>, List<Clause>> lines) {
    List<Clause> alike = lines.get(facts);
    if (alike == null) {
      alike = new ArrayList<>();
      lines.put(facts, alike);
    }
    alike.add(line);
  }

  /** Sorts the parts of a conjunction, and tells whether each of them reads one fact at most. */
  private boolean sort(int line, int vector, Expression whole) {
    boolean ofOneFact = true;
    ByFact<Expression> read = new ByFact<>();
    List<Expression> rest = new ArrayList<>();
    for (Expression part : whole.parts()) {
      Set<Fact> facts = facts(part);
      if (facts.isEmpty()) {
        rest.add(part);
      } else if (facts.size() == 1) {
        read.add(facts.iterator().next(), part);
      } else {
        ofOneFact = false;
      }
    }
    for (Map.Entry<Fact, List<Expression>> each : read.entries()) {
      byFact.add(each.getKey(), part(line, vector, each.getValue()));
    }
    part(line, vector, rest).addTo(withoutFact, new Truth[0]);
    return ofOneFact;
  }

  private static FactContribution.Part part(int line, int vector, List<Expression> parts) {
    return new FactContribution.Part(line, vector, new Expression.All(List.copyOf(parts)));
  }

  private Set<Fact> facts(Expression part) {
    BitSet read = new BitSet();
    part.addTo(read);
    return knowledge.facts(read);
  }

  /** What lines say without any fact. */
  long[] withoutFact() {
    return withoutFact;
  }

  /**
   * What the facts that are read at all have to say: those together that settle lines together, and
   * all others in few groups.
   */
  List<JointContribution> shares() {
    Map<Fact, FactContribution> facts = new TreeMap<>();
    for (Set<Fact> set : together.keySet()) {
      for (Fact fact : set) {
        facts.put(fact, new FactContribution(fact, List.of(), knowledge));
      }
    }
    for (Map.Entry<Fact, List<FactContribution.Part>> each : byFact.entries()) {
      facts.put(each.getKey(), new FactContribution(each.getKey(), each.getValue(), knowledge));
    }
    List<JointContribution> shares = new ArrayList<>();
    List<FactContribution> rest = new ArrayList<>(facts.values());
    for (Map.Entry<Set<Fact>, List<Clause>> each : largest(together).entrySet()) {
      List<FactContribution> group = new ArrayList<>();
      for (Fact fact : each.getKey()) {
        group.add(facts.get(fact));
      }
      boolean first = rest.containsAll(group) && JointContribution.bits(group) <= FEW_BITS;
      if (first) {
        rest.removeAll(group);
      }
      shares.add(new JointContribution(group, first, each.getValue(), knowledge));
    }
    List<FactContribution> group = new ArrayList<>();
    for (FactContribution fact : rest) {
      if (!group.isEmpty() && JointContribution.bits(group) + fact.bits() > FEW_BITS) {
        shares.add(new JointContribution(group, true, List.of(), knowledge));
        group = new ArrayList<>();
      }
      group.add(fact);
    }
    shares.add(new JointContribution(group, true, List.of(), knowledge));
    return shares;
  }

  /** The same lines; those that read some facts of a larger set stand with the lines of that. */
  private static Map<Set<Fact>, List<Clause>> largest(Map<Set<Fact>, List<Clause>> lines) {
    Map<Set<Fact>, List<Clause>> largest = new LinkedHashMap<>();
    for (Map.Entry<Set<Fact>, List<Clause>> each : lines.entrySet()) {
      Set<Fact> facts = each.getKey();
      for (Set<Fact> other : lines.keySet()) {
        facts = other.size() > facts.size() && other.containsAll(facts) ? other : facts;
      }
      for (Clause line : each.getValue()) {
        add(line, facts, largest);
      }
    }
    return largest;
  }
}
