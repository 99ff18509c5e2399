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
  private static final int MAX_QUESTIONS = 1000;

  private static final int FIRST_NODE = Vmm.values().length + 1;

  private final Goal goal;
  private final List<DecisionVariable> questions;
  private final CompiledCatalog knowledge;
  private final Map<List<Integer>, Integer> nodes = new HashMap<>();
  private final Map<BitSet, Integer> byState = new HashMap<>();
  private final List<List<Integer>> inOrder = new ArrayList<>();
  private final BitSet unanswered = new BitSet(); // questions that nobody answers
  private boolean leavesOut; // whether a node is left out, as its branches are the same
  private final PartialEvaluation start;
  private final int limit;
  private int states; // that were looked at
  private boolean isLimited;
  private final int root;

  private DecisionDiagram(
      CompiledCatalog knowledge,
      Goal goal,
      List<DecisionVariable> questions,
      PartialEvaluation position,
      int limit) {
    this.limit = limit;
    this.goal = goal;
    this.questions = questions;
    this.knowledge = knowledge;
    this.start = position;
    int node = node(position, 0);
    this.root = node == IMPOSSIBLE ? best(position) : node;
  }

  /**
   * The outlook for a host.
   *
   * @param questions everything that is open
   * @param position where the host stands before any of it is answered
   * @param limit how many states are looked at, at most
   */
  static DecisionDiagram of(
      CompiledCatalog knowledge,
      Goal goal,
      List<DecisionVariable> questions,
      PartialEvaluation position,
      int limit) {
    return new DecisionDiagram(knowledge, goal, questions, position, limit);
  }

  /** Whether the best candidate, or that there is none, is the same however it turns out. */
  boolean isSettled() {
    return root < FIRST_NODE && root != UNDETERMINED;
  }

  /**
   * Whether the limit was reached. Then {@link #decisive()}, which can reach it as well, may lack
   * questions or hold needless ones about further facts.
   */
  boolean isLimited() {
    return isLimited;
  }

  /** The best candidate if that is settled and there is one. */
  Optional<Vmm> settled() {
    return isSettled() && root != NONE
        ? Optional.of(knowledge.contenders().get(root - 1).vmm())
        : Optional.empty();
  }

  /** The questions that the best candidate depends on, in order. */
  List<DecisionVariable> decisive() {
    BitSet asked = new BitSet();
    BitSet seen = new BitSet();
    if (root == UNDETERMINED) {
      for (List<Integer> node : inOrder) {
        asked.set(node.get(0));
      }
    } else {
      collect(root, asked, seen);
      addThoseThatHaveToBeKnown(asked);
    }
    List<DecisionVariable> decisive = new ArrayList<>();
    for (int i = asked.nextSetBit(0); i >= 0; i = asked.nextSetBit(i + 1)) {
      decisive.add(questions.get(i));
    }
    return decisive;
  }

  /**
   * Adds the questions about further facts without which another would be best, as few as can be.
   */
  private void addThoseThatHaveToBeKnown(BitSet decisive) {
    Set<Fact> known = EnumSet.noneOf(Fact.class);
    Set<Fact> added = EnumSet.noneOf(Fact.class);
    for (int i = 0; i < questions.size(); i++) {
      (decisive.get(i) ? known : added).addAll(questions.get(i).facts());
    }
    added.removeAll(known);
    if (added.isEmpty() || !leavesOut || rootOnceKnown(known) == root) {
      return;
    }
    known.addAll(added);
    boolean removed = true;
    while (removed) { // without one, another may be needless that was not before
      removed = false;
      for (Fact fact : List.copyOf(added)) {
        known.remove(fact);
        if (rootOnceKnown(known) == root) {
          added.remove(fact);
          removed = true;
        } else {
          known.add(fact);
        }
      }
    }
    for (int i = 0; i < questions.size(); i++) {
      List<Fact> facts = questions.get(i).facts();
      if (known.containsAll(facts) && !Collections.disjoint(added, facts)) {
        decisive.set(i);
      }
    }
  }

  /** The node for the host, where nobody answers questions about other facts than some. */
  private int rootOnceKnown(Set<Fact> known) {
    List<DecisionVariable.Settled> unknown = new ArrayList<>();
    for (int i = 0; i < questions.size(); i++) {
      boolean isAnswered = known.containsAll(questions.get(i).facts());
      unanswered.set(i, !isAnswered);
      if (!isAnswered) {
        unknown.addAll(stillUnknown(questions.get(i)));
      }
    }
    byState.clear();
    PartialEvaluation position =
        start.after(new DecisionVariable.Answer(new ValueSet.Known(), unknown));
    return position == null ? root : node(position, 0);
  }

  /** That a fact is not known, as far as its question settles whether it is. */
  private List<DecisionVariable.Settled> stillUnknown(DecisionVariable question) {
    List<DecisionVariable.Settled> unknown = new ArrayList<>();
    for (DecisionVariable.Settled settled : question.answers().get(0).truths()) {
      if (knowledge.asksWhetherKnown(settled.number())) {
        unknown.add(new DecisionVariable.Settled(settled.number(), Truth.FALSE));
      }
    }
    return unknown;
  }

  /**
   * How many outcomes stay open, on average over its answers, where one question is answered and
   * nothing else: the fewer, the more it settles. 0 beyond the limit.
   */
  double openAfter(DecisionVariable question) {
    if (isLimited) {
      return 0;
    }
    int place = questions.indexOf(question);
    int open = 0;
    for (int answer = 0; answer < question.answers().size(); answer++) {
      BitSet leaves = new BitSet();
      collectLeaves(root, place, answer, leaves, new BitSet());
      open += leaves.cardinality();
    }
    return (double) open / question.answers().size();
  }

  /** Collects the leaves that can be reached with a given answer to one question. */
  private void collectLeaves(int node, int question, int answer, BitSet leaves, BitSet seen) {
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
    if (content.get(0) == question) {
      collectLeaves(content.get(1 + answer), question, answer, leaves, seen);
    } else {
      for (int branch : content.subList(1, content.size())) {
        collectLeaves(branch, question, answer, leaves, seen);
      }
    }
  }

  private void collect(int node, BitSet asked, BitSet seen) {
    if (node < FIRST_NODE || seen.get(node)) {
      return;
    }
    seen.set(node);
    List<Integer> content = inOrder.get(node - FIRST_NODE);
    asked.set(content.get(0));
    for (int branch : content.subList(1, content.size())) {
      collect(branch, asked, seen);
    }
  }

  /** The node for what is known so far, when the questions before one are answered. */
  private int node(PartialEvaluation position, int next) {
    int leaf = position.settled(goal);
    if (leaf >= 0) {
      return leaf;
    }
    // what is settled for good no longer tells two ways apart: they go on from the same state
    BitSet state = position.state();
    Integer known = byState.get(state);
    if (known != null) {
      return known;
    }
    if (isLimited || states == limit || next > MAX_QUESTIONS) {
      isLimited = true;
      return UNDETERMINED;
    }
    states++;
    int node = branches(position, next);
    byState.put(state, node);
    return node;
  }

  /** The leaf for the best in a position as it stands. */
  private int best(PartialEvaluation position) {
    Optional<Vmm> best = position.best(goal);
    return best.isPresent() ? leaf(best.get()) : NONE;
  }

  private int leaf(Vmm best) {
    int order = 0;
    while (knowledge.contenders().get(order).vmm() != best) {
      order++;
    }
    return order + 1;
  }

  private int branches(PartialEvaluation position, int next) {
    int asked = next;
    // every comparison that something open reads belongs to a question
    while (asked < questions.size()
        && (unanswered.get(asked) || !position.dependsOn(questions.get(asked)))) {
      asked++;
    }
    if (asked == questions.size()) { // or to one that nobody answers
      return best(position);
    }
    List<Integer> content = new ArrayList<>();
    content.add(asked);
    boolean same = true;
    int first = IMPOSSIBLE;
    for (DecisionVariable.Answer answer : questions.get(asked).answers()) {
      PartialEvaluation after = position.after(answer);
      int branch = after == null ? IMPOSSIBLE : node(after, asked + 1);
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
