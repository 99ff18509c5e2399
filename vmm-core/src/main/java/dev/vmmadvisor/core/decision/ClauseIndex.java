package dev.vmmadvisor.core.decision;

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
 * Indexes the parts of clauses by the facts that they read. Clauses of constraints in code are not
 * indexed.
 */
final class ClauseIndex {

  /**
   * The maximum number of bits of the combined class of a group of facts. It bounds the number of
   * combinations that are cached.
   */
  private static final int MAX_GROUP_BITS = 20;

  private final CompiledCatalog catalog;
  private final ByFact<FactContribution.Part> byFact = new ByFact<>();
  private final long[] withoutFact;
  private final Map<Set<Fact>, List<Clause>> together =
      new LinkedHashMap<>(); // by the facts that they read

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

  /**
   * Indexes the parts of a conjunction by fact.
   *
   * @return whether each part reads at most one fact
   */
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

  /** The vectors of the parts that read no fact. */
  long[] withoutFact() {
    return withoutFact;
  }

  /**
   * The contributions of all facts that clauses read. Facts that one clause reads together form a
   * group if they are not in one already. All other facts are put into as few groups as the limit
   * of bits allows.
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

  /** The same clauses, each under the largest set of facts that includes its own. */
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
