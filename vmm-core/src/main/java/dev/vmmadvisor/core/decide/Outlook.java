package dev.vmmadvisor.core.decide;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Goal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
 * <p>A need that counts only once it is declared, and that the host does not tell of, stays
 * undeclared in all of them.
 *
 * <p>A branch ends early where one candidate comes first however the rest turns out.
 */
final class Outlook {

  /** The leaf for "none is eligible". Leaves are numbers below {@link #FIRST_NODE}. */
  private static final int NONE = 0;

  private static final int FIRST_NODE = Vmm.values().length + 1;

  private final Goal goal;
  private final List<Question> questions;
  private final Knowledge knowledge;
  private final Map<List<Integer>, Integer> nodes = new HashMap<>();
  private final Map<BitSet, Integer> byState = new HashMap<>();
  private final List<List<Integer>> inOrder = new ArrayList<>();
  private final int root;

  private Outlook(Knowledge knowledge, Goal goal, List<Question> questions, Position position) {
    this.goal = goal;
    this.questions = questions;
    this.knowledge = knowledge;
    this.root = node(position, 0);
  }

  /**
   * The outlook for a host.
   *
   * @param questions everything that is open
   * @param position where the host stands before any of it is answered
   */
  static Outlook of(Knowledge knowledge, Goal goal, List<Question> questions, Position position) {
    return new Outlook(knowledge, goal, questions, position);
  }

  /** Whether the best candidate, or that there is none, is the same however it turns out. */
  boolean isSettled() {
    return root < FIRST_NODE;
  }

  /** The best candidate if that is settled and there is one. */
  Optional<Vmm> settled() {
    return isSettled() && root != NONE
        ? Optional.of(knowledge.contenders().get(root - 1).vmm())
        : Optional.empty();
  }

  /** The questions that the best candidate depends on, in order. */
  List<Question> decisive() {
    BitSet asked = new BitSet();
    BitSet seen = new BitSet();
    collect(root, asked, seen);
    return asked.stream().mapToObj(questions::get).toList();
  }

  /**
   * How many outcomes stay open, on average over its answers, where one question is answered and
   * nothing else: the fewer, the more it settles.
   */
  double openAfter(Question question) {
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
      leaves.set(node);
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
  private int node(Position position, int next) {
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
    int node = branches(position, next);
    byState.put(state, node);
    return node;
  }

  private int branches(Position position, int next) {
    int asked = next;
    while (!position.dependsOn(questions.get(asked))) {
      asked++; // ends, as something is open and every comparison it reads belongs to a question
    }
    List<Integer> content = new ArrayList<>();
    content.add(asked);
    boolean same = true;
    for (Question.Answer answer : questions.get(asked).answers()) {
      int branch = node(position.after(answer), asked + 1);
      same &= content.size() == 1 || branch == content.get(1);
      content.add(branch);
    }
    if (same) {
      return content.get(1);
    }
    return nodes.computeIfAbsent(
        content,
        key -> {
          inOrder.add(key);
          return FIRST_NODE + inOrder.size() - 1;
        });
  }
}
