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
  private final Lines lines;
  private final BitSet looked;
  private final Map<List<Integer>, Integer> nodes = new HashMap<>();
  private final Map<String, Integer> byState = new HashMap<>();
  private final List<List<Integer>> inOrder = new ArrayList<>();
  private final int root;

  private Outlook(Knowledge knowledge, Goal goal, List<Question> questions, Truth[] truths) {
    this.goal = goal;
    this.questions = questions;
    this.knowledge = knowledge;
    this.lines = knowledge.lines();
    this.looked = (BitSet) knowledge.ranked().clone();
    looked.andNot(BitSet.valueOf(knowledge.rankedMatrix(truths).undeclared()));
    this.root = node(truths, 0);
  }

  static Outlook of(Knowledge knowledge, Goal goal, List<Question> questions, Truth[] truths) {
    return new Outlook(knowledge, goal, questions, truths);
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
      content
          .subList(1, content.size())
          .forEach(branch -> collectLeaves(branch, question, answer, leaves, seen));
    }
  }

  private void collect(int node, BitSet asked, BitSet seen) {
    if (node < FIRST_NODE || seen.get(node)) {
      return;
    }
    seen.set(node);
    List<Integer> content = inOrder.get(node - FIRST_NODE);
    asked.set(content.get(0));
    content.subList(1, content.size()).forEach(branch -> collect(branch, asked, seen));
  }

  /** The node for what is known so far, when the questions before one are answered. */
  private int node(Truth[] truths, int next) {
    Position position = new Position(truths);
    int leaf = position.leaf();
    if (leaf >= 0) {
      return leaf;
    }
    // what is settled for good no longer tells two ways apart: they go on from the same state
    String state = position.state();
    Integer known = byState.get(state);
    if (known != null) {
      return known;
    }
    int node = branches(position, truths, next);
    byState.put(state, node);
    return node;
  }

  private int branches(Position position, Truth[] truths, int next) {
    int asked = next;
    while (!position.dependsOn(questions.get(asked))) {
      asked++; // ends, as something is open and every comparison it reads belongs to a question
    }
    List<Integer> content = new ArrayList<>();
    content.add(asked);
    boolean same = true;
    for (Question.Answer answer : questions.get(asked).answers()) {
      Truth[] answered = truths.clone();
      answer.applyTo(answered);
      int branch = node(answered, asked + 1);
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

  /** Where the contenders stand when some questions are answered. */
  private final class Position {
    private final Truth[] truths;
    private final Matrix matrix;
    private final BitSet open = new BitSet();

    Position(Truth[] truths) {
      this.truths = truths;
      this.matrix = lines.matrix(truths, looked);
      looked.stream().filter(matrix::isOpen).forEach(open::set);
    }

    int leaf() {
      return Ranking.of(knowledge.contenders(), goal, matrix).settled(goal);
    }

    /**
     * Everything that the rest can still depend on: what is settled only by what it counts for,
     * what is open with the comparisons it reads.
     */
    String state() {
      StringBuilder state = new StringBuilder();
      knowledge.contenders().forEach(contender -> describe(contender, state));
      open.stream()
          .forEach(
              line -> {
                state.append(line).append('(');
                lines.comparisons(line).stream()
                    .forEach(number -> state.append(truths[number].letter()));
                state.append(')');
              });
      return state.toString();
    }

    /** What the violated rules of a contender count for, and what certainly holds of it. */
    private void describe(Contender contender, StringBuilder state) {
      for (long[] weight : contender.weights().all()) {
        state.append(matrix.anyViolated(weight) ? '1' : '0');
      }
      state.append(holds(contender.isDefault()) ? '1' : '0');
      state.append(contender.claims().stream().anyMatch(it -> holds(it.when())) ? '1' : '0');
      for (Contender.CompiledPhase phase : contender.phases()) {
        if (holds(phase.when())) {
          state.append(phase.phase());
        }
      }
      state.append(';');
    }

    private boolean holds(Line line) {
      return matrix.truth(line.number()) == Truth.TRUE;
    }

    /** Whether anything that is still open reads what a question is about. */
    boolean dependsOn(Question question) {
      List<Question.Settled> about = question.answers().get(0).truths();
      return open.stream()
          .mapToObj(lines::comparisons)
          .anyMatch(read -> about.stream().anyMatch(it -> read.get(it.number())));
    }
  }
}
