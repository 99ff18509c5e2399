package dev.vmmadvisor.core.decide;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Goal;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * How far the ranking of a host is settled while some of what it looks at is not known, and what is
 * still open. Immutable.
 *
 * <p>What is settled stays so, whatever comes to be known: so {@linkplain #after the next position}
 * looks only at what is open in this one.
 */
final class Position {

  private final Knowledge knowledge;
  private final Truth[] truths;
  private final Matrix matrix;
  private final BitSet open;
  private final BitSet read;

  private Position(Knowledge knowledge, Truth[] truths, Matrix matrix, BitSet open) {
    this.knowledge = knowledge;
    this.truths = truths;
    this.matrix = matrix;
    this.open = open;
    this.read = new BitSet();
    for (int line = open.nextSetBit(0); line >= 0; line = open.nextSetBit(line + 1)) {
      read.or(knowledge.lines().comparisons(line));
    }
  }

  /**
   * The position of a host. A need that counts only once it is declared, and that the host does not
   * tell of, is not open in it.
   *
   * @param truths the truth of each comparison for the host; not to be changed any more
   */
  static Position of(Knowledge knowledge, Truth[] truths) {
    return of(knowledge, truths, knowledge.rankedMatrix(truths));
  }

  /**
   * The same, where it is known already how everything turns out.
   *
   * @param truths the truth of each comparison for the host; not to be changed any more
   * @param matrix how everything turns out, at least of that which the ranking looks at
   */
  static Position of(Knowledge knowledge, Truth[] truths, Matrix matrix) {
    return new Position(knowledge, truths, matrix, ranked(matrix.open(), knowledge));
  }

  private static BitSet ranked(BitSet lines, Knowledge knowledge) {
    lines.and(knowledge.ranked());
    return lines;
  }

  /** The position in which as much is open as the host does not tell: undeclared needs as well. */
  Position withUndeclared() {
    return new Position(knowledge, truths, matrix, ranked(matrix.unknown(), knowledge));
  }

  /**
   * The same position, while what can come to be known counts as not known.
   *
   * @param told the truths of the host as it is; not to be changed any more
   */
  Position as(Truth[] told) {
    return new Position(knowledge, told, matrix, open);
  }

  /** The truth of each comparison in it; not to be changed. */
  Truth[] truths() {
    return truths;
  }

  /** The position once a question is answered. */
  Position after(Question.Answer answer) {
    return after(List.of(answer));
  }

  /** The position once several questions are answered. */
  Position after(List<Question.Answer> answers) {
    Truth[] answered = truths.clone();
    for (Question.Answer answer : answers) {
      answer.applyTo(answered);
    }
    Matrix next = knowledge.lines().matrix(answered, open);
    next.addSettled(matrix);
    return new Position(knowledge, answered, next, next.open());
  }

  /** See {@link Ranking#settled(List, Goal, Matrix)}. */
  int settled(Goal goal) {
    return Ranking.settled(knowledge.contenders(), goal, matrix);
  }

  /** The best as it stands, or empty if every contender is ineligible. */
  Optional<Vmm> best(Goal goal) {
    return Ranking.of(knowledge.contenders(), goal, matrix).best();
  }

  /** Whether anything that is open reads what a question is about. */
  boolean dependsOn(Question question) {
    for (Question.Settled about : question.answers().get(0).truths()) {
      if (read.get(about.number())) {
        return true;
      }
    }
    return false;
  }

  /**
   * Everything that the ranking can still depend on, in bits: what is settled only by what it
   * counts for; what is open, with the truth of the comparisons that it reads.
   */
  BitSet state() {
    BitSet state = new BitSet();
    int size = 0;
    for (Contender contender : knowledge.contenders()) {
      for (long[] weight : contender.weights().all()) {
        state.set(size++, matrix.anyViolated(weight));
      }
      state.set(size++, matrix.anyMistaken(contender.weights().hard));
      state.set(size++, holds(contender.isDefault()));
      for (Contender.CompiledPhase phase : contender.phases()) {
        state.set(size++, holds(phase.when()));
      }
    }
    for (int line = open.nextSetBit(0); line >= 0; line = open.nextSetBit(line + 1)) {
      state.set(size + line);
    }
    size += knowledge.lines().inOrder().size();
    for (int number = read.nextSetBit(0); number >= 0; number = read.nextSetBit(number + 1)) {
      state.set(size + 2 * number, truths[number] == Truth.TRUE);
      state.set(size + 2 * number + 1, truths[number] == Truth.UNKNOWN);
    }
    return state;
  }

  private boolean holds(Line line) {
    return matrix.truth(line.number()) == Truth.TRUE;
  }
}
