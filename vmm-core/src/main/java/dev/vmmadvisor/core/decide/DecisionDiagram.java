package dev.vmmadvisor.core.decide;

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
 * What the best candidate could turn out to be, over every way in which the open questions of a
 * host could be answered.
 *
 * <p>It is a decision diagram: a node asks one question and has a branch for each answer, a leaf
 * names the best candidate. Questions are asked in a fixed order, equal nodes are one node, and a
 * node whose branches are all the same is left out. Such a diagram asks exactly the questions that
 * the best candidate really depends on: a set of facts settles the best candidate if and only if it
 * holds all of them. So they are the smallest set that does.
 *
 * <p>In the diagram every question is answered. As long as one is not, another can be best,
 * although no answer to it leads to that: where a condition asks whether its fact is known, or
 * where every answer rules something out, each by another rule. Then it belongs to them as well.
 *
 * <p>A need that counts only once it is declared, and that the host does not tell of, stays
 * undeclared in all of them.
 *
 * <p>A branch ends early where one candidate comes first however the rest turns out.
 *
 * <p>Whether conditions can hold together is a hard question, so the number of states that are
 * looked at is limited. Beyond the limit nothing is claimed to be settled. The questions that were
 * found to be decisive until then are so nevertheless: a node depends on what it asks.
 */
final class DecisionDiagram {

  /** The leaf for "none is eligible". Leaves are numbers below {@link #FIRST_NODE}. */
  private static final int NONE = 0;

  /** The branch of an answer that is not possible after those before. */
  private static final int IMPOSSIBLE = -1;

  /** The node that is not determined, as the limit was reached. */
  private static final int UNDETERMINED = -2;

  /** The most questions in a row: each takes a part of the stack of the thread. */
  private static final int MAX_VARIABLES = 1000;

  private static final int FIRST_NODE = Vmm.values().length + 1;

  private final Goal goal;
  private final List<DecisionVariable> variables;
  private final CompiledCatalog catalog;
  private final Map<List<Integer>, Integer> nodes = new HashMap<>();
  private final Map<BitSet, Integer> byState = new HashMap<>();
  private final List<List<Integer>> inOrder = new ArrayList<>();
  private final BitSet unassigned = new BitSet(); // questions that nobody answers
  private boolean leavesOut; // whether a node is left out, as its branches are the same
  private final PartialEvaluation start;
  private final int limit;
  private int states; // that were looked at
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
   * The outlook for a host.
   *
   * @param variables everything that is open
   * @param partial where the host stands before any of it is answered
   * @param limit how many states are looked at, at most
   */
  static DecisionDiagram of(
      CompiledCatalog catalog,
      Goal goal,
      List<DecisionVariable> variables,
      PartialEvaluation partial,
      int limit) {
    return new DecisionDiagram(catalog, goal, variables, partial, limit);
  }

  /** Whether the best candidate, or that there is none, is the same however it turns out. */
  boolean isDetermined() {
    return root < FIRST_NODE && root != UNDETERMINED;
  }

  /**
   * Whether the limit was reached. Then {@link #essentialVariables()}, which can reach it as well,
   * may lack questions or hold needless ones about further facts.
   */
  boolean isLimited() {
    return isLimited;
  }

  /** How many states were looked at. */
  int states() {
    return states;
  }

  /** The best candidate if that is settled and there is one. */
  Optional<Vmm> determinedBest() {
    return isDetermined() && root != NONE
        ? Optional.of(catalog.candidates().get(root - 1).vmm())
        : Optional.empty();
  }

  /** The questions that the best candidate depends on, in order. */
  List<DecisionVariable> essentialVariables() {
    BitSet index = new BitSet();
    BitSet seen = new BitSet();
    if (root == UNDETERMINED) {
      for (List<Integer> node : inOrder) {
        index.set(node.get(0));
      }
    } else {
      collect(root, index, seen);
      addRequiredFacts(index);
    }
    List<DecisionVariable> essential = new ArrayList<>();
    for (int i = index.nextSetBit(0); i >= 0; i = index.nextSetBit(i + 1)) {
      essential.add(variables.get(i));
    }
    return essential;
  }

  /**
   * Adds the questions about further facts without which another would be best, as few as can be.
   */
  private void addRequiredFacts(BitSet essential) {
    Set<Fact> known = EnumSet.noneOf(Fact.class);
    Set<Fact> added = EnumSet.noneOf(Fact.class);
    for (int i = 0; i < variables.size(); i++) {
      (essential.get(i) ? known : added).addAll(variables.get(i).facts());
    }
    added.removeAll(known);
    if (added.isEmpty() || !leavesOut || rootWhenKnown(known) == root) {
      return;
    }
    known.addAll(added);
    boolean removed = true;
    while (removed) { // without one, another may be needless that was not before
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

  /** The node for the host, where nobody answers questions about other facts than some. */
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

  /** That a fact is not known, as far as its question settles whether it is. */
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
   * How many outcomes stay open, on average over its answers, where one question is answered and
   * nothing else: the fewer, the more it settles. 0 beyond the limit.
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

  /** Collects the leaves that can be reached with a given answer to one question. */
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

  private void collect(int node, BitSet index, BitSet seen) {
    if (node < FIRST_NODE || seen.get(node)) {
      return;
    }
    seen.set(node);
    List<Integer> content = inOrder.get(node - FIRST_NODE);
    index.set(content.get(0));
    for (int branch : content.subList(1, content.size())) {
      collect(branch, index, seen);
    }
  }

  /** The node for what is known so far, when the questions before one are answered. */
  private int node(PartialEvaluation partial, int next) {
    int leaf = partial.provenBest(goal);
    if (leaf >= 0) {
      return leaf;
    }
    // what is settled for good no longer tells two ways apart: they go on from the same state
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

  /** The leaf for the best in a position as it stands. */
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
    // every comparison that something open reads belongs to a question
    while (index < variables.size()
        && (unassigned.get(index) || !partial.dependsOn(variables.get(index)))) {
      index++;
    }
    if (index == variables.size()) { // or to one that nobody answers
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
      leavesOut = true;
      return first;
    }
    Integer before = nodes.get(content);
    if (before != null) {
      return before;
    }
    int node = FIRST_NODE + inOrder.size();
    inOrder.add(content);
    nodes.put(content, node);
    return node;
  }
}
