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
  private static final int MAX_GROUP_BITS = 20;

  private final CompiledCatalog catalog;
  private final ByFact<FactContribution.Part> byFact = new ByFact<>();
  private final long[] withoutFact;
  private final Map<Set<Fact>, List<Clause>> together = new LinkedHashMap<>(); // by what they read

  ClauseIndex(CompiledCatalog catalog) {
    this.catalog = catalog;
    Clauses clauses = catalog.clauses();
    this.withoutFact = new long[Evaluation.BUILD_VECTORS * clauses.words()];
    Arrays.fill(withoutFact, -1L);
    for (int i = 0; i < catalog.firstCell(); i++) {
      Clause clause = clauses.inOrder().get(i);
      boolean scope = addParts(i, Evaluation.SCOPE_POSSIBLE, clause.scope());
      boolean test = addParts(i, Evaluation.TEST_POSSIBLE, clause.test());
      if (!scope || !test) {
        add(clause, catalog.facts(clause.comparisons()), together);
      }
    }
  }

  private static void add(Clause clause, Set<Fact> facts, Map<Set<Fact>, List<Clause>> clauses) {
    List<Clause> sameFacts = clauses.get(facts);
    if (sameFacts == null) {
      sameFacts = new ArrayList<>();
      clauses.put(facts, sameFacts);
    }
    sameFacts.add(clause);
  }

  /** Sorts the parts of a conjunction, and tells whether each of them reads one fact at most. */
  private boolean addParts(int clause, int vector, Expression whole) {
    boolean ofOneFact = true;
    ByFact<Expression> read = new ByFact<>();
    List<Expression> constant = new ArrayList<>();
    for (Expression part : whole.parts()) {
      Set<Fact> facts = facts(part);
      if (facts.isEmpty()) {
        constant.add(part);
      } else if (facts.size() == 1) {
        read.add(facts.iterator().next(), part);
      } else {
        ofOneFact = false;
      }
    }
    for (Map.Entry<Fact, List<Expression>> each : read.entries()) {
      byFact.add(each.getKey(), part(clause, vector, each.getValue()));
    }
    part(clause, vector, constant).addTo(withoutFact, new Truth[0]);
    return ofOneFact;
  }

  private static FactContribution.Part part(int clause, int vector, List<Expression> parts) {
    return new FactContribution.Part(clause, vector, new Expression.All(List.copyOf(parts)));
  }

  private Set<Fact> facts(Expression part) {
    BitSet read = new BitSet();
    part.addTo(read);
    return catalog.facts(read);
  }

  /** What lines say without any fact. */
  long[] withoutFact() {
    return withoutFact;
  }

  /**
   * What the facts that are read at all have to say: those together that settle lines together, and
   * all others in few groups.
   */
  List<JointContribution> contributions() {
    Map<Fact, FactContribution> facts = new TreeMap<>();
    for (Set<Fact> set : together.keySet()) {
      for (Fact fact : set) {
        facts.put(fact, new FactContribution(fact, List.of(), catalog));
      }
    }
    for (Map.Entry<Fact, List<FactContribution.Part>> each : byFact.entries()) {
      facts.put(each.getKey(), new FactContribution(each.getKey(), each.getValue(), catalog));
    }
    List<JointContribution> contributions = new ArrayList<>();
    List<FactContribution> ungrouped = new ArrayList<>(facts.values());
    for (Map.Entry<Set<Fact>, List<Clause>> each : largest(together).entrySet()) {
      List<FactContribution> group = new ArrayList<>();
      for (Fact fact : each.getKey()) {
        group.add(facts.get(fact));
      }
      boolean isGroup =
          ungrouped.containsAll(group) && JointContribution.bits(group) <= MAX_GROUP_BITS;
      if (isGroup) {
        ungrouped.removeAll(group);
      }
      contributions.add(new JointContribution(group, isGroup, each.getValue(), catalog));
    }
    List<FactContribution> group = new ArrayList<>();
    for (FactContribution fact : ungrouped) {
      if (!group.isEmpty() && JointContribution.bits(group) + fact.bits() > MAX_GROUP_BITS) {
        contributions.add(new JointContribution(group, true, List.of(), catalog));
        group = new ArrayList<>();
      }
      group.add(fact);
    }
    contributions.add(new JointContribution(group, true, List.of(), catalog));
    return contributions;
  }

  /** The same lines; those that read some facts of a larger set stand with the lines of that. */
  private static Map<Set<Fact>, List<Clause>> largest(Map<Set<Fact>, List<Clause>> clauses) {
    Map<Set<Fact>, List<Clause>> largest = new LinkedHashMap<>();
    for (Map.Entry<Set<Fact>, List<Clause>> each : clauses.entrySet()) {
      Set<Fact> facts = each.getKey();
      for (Set<Fact> other : clauses.keySet()) {
        facts = other.size() > facts.size() && other.containsAll(facts) ? other : facts;
      }
      for (Clause clause : each.getValue()) {
        add(clause, facts, largest);
      }
    }
    return largest;
  }
}
