package dev.vmmadvisor.core.decision;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.advice.ValueSet;
import dev.vmmadvisor.api.host.Fact;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A reduced ordered multi-valued decision diagram of the best VMM over the unknown facts of a host.
 *
 * <p>A node tests one {@link DecisionVariable} and has a branch for each assignment. A leaf names
 * the best VMM. The order of the variables is fixed, equal nodes are shared, and a node whose
 * branches are all equal is left out. So the diagram tests exactly the essential variables: the
 * best VMM is determined if and only if all of them are known.
 *
 * <p>In the diagram every variable has a value. While a fact is unknown, another VMM can be the
 * best although no value leads to it: if a condition tests whether the fact is known, or if each
 * value makes another rule exclude that VMM. Such a fact counts as essential too.
 *
 * <p>A need that counts only if it is declared stays undeclared if the host does not state it.
 *
 * <p>A branch ends early if the pessimistic key of one VMM is better than every optimistic key.
 *
 * <p>Satisfiability of conditions is NP-hard, so the number of states is limited. Beyond the limit
 * nothing is claimed to be determined. The essential variables that were found until then are still
 * essential.
 */
final class DecisionDiagram {

  /** The leaf for "no VMM is eligible". Leaves are numbers below {@link #FIRST_NODE}. */
  private static final int NONE = 0;

  /** The branch of an assignment that contradicts the earlier ones. */
  private static final int IMPOSSIBLE = -1;

  /** The node that is not computed, because the limit was reached. */
  private static final int UNDETERMINED = -2;

  /** The maximum depth of the recursion, which bounds the stack. */
  private static final int MAX_VARIABLES = 1000;

  private static final int FIRST_NODE = Vmm.values().length + 1;

  private final Goal goal;
  private final List<DecisionVariable> variables;
  private final CompiledCatalog catalog;
  private final Map<List<Integer>, Integer> nodes = new HashMap<>();
  private final Map<BitSet, Integer> byState = new HashMap<>();
  private final List<List<Integer>> inOrder = new ArrayList<>();
  private final BitSet unassigned = new BitSet(); // variables that stay unassigned
  private boolean isReduced; // whether a redundant node was left out
  private final PartialEvaluation start;
  private final int limit;
  private int states; // that were expanded
  private boolean isLimited;
  private final int root;

  private DecisionDiagram(
      CompiledCatalog catalog,
      Goal goal,
      List<DecisionVariable> variables,
      PartialEvaluation partial,
      int limit) {
    this.limit = limit;
    this.goal = goal;
    this.variables = variables;
    this.catalog = catalog;
    this.start = partial;
    int node = node(partial, 0);
    this.root = node == IMPOSSIBLE ? bestLeaf(partial) : node;
  }

  /**
   * Builds the diagram of a host.
   *
   * @param variables the variables of the unknown facts, in order
   * @param partial the outcomes without any assignment
   * @param limit the maximum number of states
   */
  static DecisionDiagram of(
      CompiledCatalog catalog,
      Goal goal,
      List<DecisionVariable> variables,
      PartialEvaluation partial,
      int limit) {
    return new DecisionDiagram(catalog, goal, variables, partial, limit);
  }

  /** Whether the best VMM, or that there is none, is the same under every assignment. */
  boolean isDetermined() {
    return root < FIRST_NODE && root != UNDETERMINED;
  }

  /**
   * Whether the limit was reached. Then {@link #essentialVariables()}, which can reach it as well,
   * may lack variables, and may contain needless ones about facts whose absence matters.
   */
  boolean isLimited() {
    return isLimited;
  }

  /** The best VMM if it is determined and there is one. */
  Optional<Vmm> determinedBest() {
    return isDetermined() && root != NONE
        ? Optional.of(catalog.candidates().get(root - 1).vmm())
        : Optional.empty();
  }

  /** The variables that the best VMM depends on, in order. */
  List<DecisionVariable> essentialVariables() {
    BitSet essential = new BitSet();
    BitSet seen = new BitSet();
    if (root == UNDETERMINED) {
      for (List<Integer> node : inOrder) {
        essential.set(node.get(0));
      }
    } else {
      collect(root, essential, seen);
      addRequiredFacts(essential);
    }
    List<DecisionVariable> ascending = new ArrayList<>();
    for (int i = essential.nextSetBit(0); i >= 0; i = essential.nextSetBit(i + 1)) {
      ascending.add(variables.get(i));
    }
    return ascending;
  }

  /**
   * Adds a minimal set of the variables of further facts that have to be known, because another VMM
   * is best while they are not.
   */
  private void addRequiredFacts(BitSet essential) {
    Set<Fact> known = EnumSet.noneOf(Fact.class);
    Set<Fact> added = EnumSet.noneOf(Fact.class);
    for (int i = 0; i < variables.size(); i++) {
      (essential.get(i) ? known : added).addAll(variables.get(i).facts());
    }
    added.removeAll(known);
    if (added.isEmpty() || !isReduced || rootWhenKnown(known) == root) {
      return;
    }
    known.addAll(added);
    boolean removed = true;
    while (removed) { // removing one fact can make another one redundant
      removed = false;
      for (Fact fact : List.copyOf(added)) {
        known.remove(fact);
        if (rootWhenKnown(known) == root) {
          added.remove(fact);
          removed = true;
        } else {
          known.add(fact);
        }
      }
    }
    for (int i = 0; i < variables.size(); i++) {
      List<Fact> facts = variables.get(i).facts();
      if (known.containsAll(facts) && !Collections.disjoint(added, facts)) {
        essential.set(i);
      }
    }
  }

  /** The root if only some facts can become known and all other variables stay unassigned. */
  private int rootWhenKnown(Set<Fact> known) {
    List<DecisionVariable.Implied> unknown = new ArrayList<>();
    for (int i = 0; i < variables.size(); i++) {
      boolean isAssigned = known.containsAll(variables.get(i).facts());
      unassigned.set(i, !isAssigned);
      if (!isAssigned) {
        unknown.addAll(unknownImplied(variables.get(i)));
      }
    }
    byState.clear();
    PartialEvaluation partial =
        start.after(new DecisionVariable.Assignment(new ValueSet.Known(), unknown));
    return partial == null ? root : node(partial, 0);
  }

  /** The truths that state that the fact of a variable is unknown. */
  private List<DecisionVariable.Implied> unknownImplied(DecisionVariable variable) {
    List<DecisionVariable.Implied> unknown = new ArrayList<>();
    for (DecisionVariable.Implied implied : variable.assignments().get(0).truths()) {
      if (catalog.testsWhetherKnown(implied.number())) {
        unknown.add(new DecisionVariable.Implied(implied.number(), Truth.FALSE));
      }
    }
    return unknown;
  }

  /**
   * The average number of reachable leaves after an assignment of one variable alone; the fewer,
   * the more informative the variable is. 0 beyond the limit.
   */
  double averageOutcomesAfter(DecisionVariable variable) {
    if (isLimited) {
      return 0;
    }
    int index = variables.indexOf(variable);
    int outcomes = 0;
    for (int assignment = 0; assignment < variable.assignments().size(); assignment++) {
      BitSet leaves = new BitSet();
      collectLeaves(root, index, assignment, leaves, new BitSet());
      outcomes += leaves.cardinality();
    }
    return (double) outcomes / variable.assignments().size();
  }

  /** Collects the leaves that are reachable with a given assignment of one variable. */
  private void collectLeaves(int node, int variable, int assignment, BitSet leaves, BitSet seen) {
    if (node < FIRST_NODE) {
      if (node != IMPOSSIBLE) {
        leaves.set(node);
      }
      return;
    }
    if (seen.get(node)) {
      return;
    }
    seen.set(node);
    List<Integer> content = inOrder.get(node - FIRST_NODE);
    if (content.get(0) == variable) {
      collectLeaves(content.get(1 + assignment), variable, assignment, leaves, seen);
    } else {
      for (int branch : content.subList(1, content.size())) {
        collectLeaves(branch, variable, assignment, leaves, seen);
      }
    }
  }

  private void collect(int node, BitSet tested, BitSet seen) {
    if (node < FIRST_NODE || seen.get(node)) {
      return;
    }
    seen.set(node);
    List<Integer> content = inOrder.get(node - FIRST_NODE);
    tested.set(content.get(0));
    for (int branch : content.subList(1, content.size())) {
      collect(branch, tested, seen);
    }
  }

  /** The node for an evaluation in which the variables before one have values. */
  private int node(PartialEvaluation partial, int next) {
    int leaf = partial.provenBest(goal);
    if (leaf >= 0) {
      return leaf;
    }
    // paths that lead to equal states share a node: determined outcomes no longer distinguish them
    BitSet state = partial.state();
    Integer known = byState.get(state);
    if (known != null) {
      return known;
    }
    if (isLimited || states == limit || next > MAX_VARIABLES) {
      isLimited = true;
      return UNDETERMINED;
    }
    states++;
    int node = expand(partial, next);
    byState.put(state, node);
    return node;
  }

  /** The leaf for the best VMM by the outcomes as they are. */
  private int bestLeaf(PartialEvaluation partial) {
    Optional<Vmm> best = partial.best(goal);
    return best.isPresent() ? leafOf(best.get()) : NONE;
  }

  private int leafOf(Vmm best) {
    int order = 0;
    while (catalog.candidates().get(order).vmm() != best) {
      order++;
    }
    return order + 1;
  }

  private int expand(PartialEvaluation partial, int next) {
    int index = next;
    // every undetermined comparison belongs to a variable that has a value
    while (index < variables.size()
        && (unassigned.get(index) || !partial.dependsOn(variables.get(index)))) {
      index++;
    }
    if (index == variables.size()) { // or to one that stays unassigned
      return bestLeaf(partial);
    }
    List<Integer> content = new ArrayList<>();
    content.add(index);
    boolean same = true;
    int first = IMPOSSIBLE;
    for (DecisionVariable.Assignment assignment : variables.get(index).assignments()) {
      PartialEvaluation after = partial.after(assignment);
      int branch = after == null ? IMPOSSIBLE : node(after, index + 1);
      if (branch == UNDETERMINED) {
        return UNDETERMINED;
      }
      first = first == IMPOSSIBLE ? branch : first;
      same &= branch == first || branch == IMPOSSIBLE;
      content.add(branch);
    }
    if (same) {
      isReduced = true;
      return first;
    }
    Integer equal = nodes.get(content);
    if (equal != null) {
      return equal;
    }
    int node = FIRST_NODE + inOrder.size();
    inOrder.add(content);
    nodes.put(content, node);
    return node;
  }
}
