package dev.vmmadvisor.core.decide;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.advice.ValueSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far the ranking of a host is settled while some of what it looks at is not known, and what is
 * still open. Immutable.
 *
 * <p>What is settled stays so, whatever comes to be known: so {@linkplain #after the next position}
 * looks only at what is open in this one.
 */
final class PartialEvaluation {

  private final CompiledCatalog knowledge;
  private final Truth[] truths;
  private final Evaluation matrix;
  private final BitSet open;
  private final Implications.@Nullable Live live;
  private final BitSet read;

  private PartialEvaluation(
      CompiledCatalog knowledge,
      Truth[] truths,
      Evaluation matrix,
      BitSet open,
      Implications.@Nullable Live live) {
    this.knowledge = knowledge;
    this.live = live;
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
  static PartialEvaluation of(CompiledCatalog knowledge, Truth[] truths) {
    return of(knowledge, truths, knowledge.rankedMatrix(truths));
  }

  /**
   * The same, where it is known already how everything turns out.
   *
   * @param truths the truth of each comparison for the host; not to be changed any more
   * @param matrix how everything turns out, at least of that which the ranking looks at
   */
  static PartialEvaluation of(CompiledCatalog knowledge, Truth[] truths, Evaluation matrix) {
    return new PartialEvaluation(knowledge, truths, matrix, ranked(matrix.open(), knowledge), null);
  }

  private static BitSet ranked(BitSet lines, CompiledCatalog knowledge) {
    lines.and(knowledge.ranked());
    return lines;
  }

  /** The position in which as much is open as the host does not tell: undeclared needs as well. */
  PartialEvaluation withUndeclared() {
    return new PartialEvaluation(
        knowledge, truths, matrix, ranked(matrix.unknown(), knowledge), live);
  }

  /**
   * The same position, in which what is learned can imply more.
   *
   * @param implied what the host implies; null if nothing more can be implied
   */
  PartialEvaluation with(Implications.@Nullable Live implied) {
    return new PartialEvaluation(knowledge, truths, matrix, open, implied);
  }

  /**
   * The same position, while what can come to be known counts as not known.
   *
   * @param told the truths of the host as it is; not to be changed any more
   */
  PartialEvaluation as(Truth[] told) {
    return new PartialEvaluation(knowledge, told, matrix, open, live);
  }

  /** The truth of each comparison in it; not to be changed. */
  Truth[] truths() {
    return truths;
  }

  /** The position once a question is answered; null if the answer is not possible. */
  @Nullable PartialEvaluation after(DecisionVariable.Answer answer) {
    return after(List.of(answer));
  }

  /** The position once several questions are answered; null if that is not possible. */
  @Nullable PartialEvaluation after(List<DecisionVariable.Answer> answers) {
    Truth[] answered = truths.clone();
    boolean isRelevant = false;
    boolean hasAppleChip = false;
    for (DecisionVariable.Answer answer : answers) {
      for (DecisionVariable.Settled settled : answer.truths()) {
        int number = settled.number();
        if (live != null
            && answered[number] == settled.truth().not()
            && !knowledge.asksWhetherKnown(number)) {
          return null; // implied to be otherwise
        }
        isRelevant |= knowledge.implications().relevant().get(number);
        hasAppleChip |=
            knowledge.implications().isAboutGeneration(number)
                && answer.values() instanceof ValueSet.Numbers;
      }
      answer.applyTo(answered);
    }
    if (live != null
        && isRelevant
        && !knowledge.implications().settle(answered, live, hasAppleChip)) {
      return null;
    }
    Evaluation next = knowledge.lines().matrix(answered, open);
    next.addSettled(matrix);
    return new PartialEvaluation(knowledge, answered, next, next.open(), live);
  }

  /** Some questions without the answers that are not possible; all of them where none is. */
  List<DecisionVariable> possible(List<DecisionVariable> questions) {
    if (live == null) {
      return questions;
    }
    List<DecisionVariable> possible = new ArrayList<>(questions.size());
    for (DecisionVariable question : questions) {
      List<DecisionVariable.Answer> answers = new ArrayList<>();
      for (DecisionVariable.Answer answer : question.answers()) {
        if (after(answer) != null) {
          answers.add(answer);
        }
      }
      possible.add(
          answers.isEmpty()
              ? question
              : new DecisionVariable(question.facts(), question.word(), List.copyOf(answers)));
    }
    return possible;
  }

  /** See {@link Ranking#settled(List, Goal, Evaluation)}. */
  int settled(Goal goal) {
    return Ranking.settled(knowledge.contenders(), goal, matrix);
  }

  /** The best as it stands, or empty if every contender is ineligible. */
  Optional<Vmm> best(Goal goal) {
    return Ranking.of(knowledge.contenders(), goal, matrix).best();
  }

  /** Whether anything that is open reads what a question is about, and it is not implied. */
  boolean dependsOn(DecisionVariable question) {
    for (DecisionVariable.Settled about : question.answers().get(0).truths()) {
      if (read.get(about.number()) && truths[about.number()] == Truth.UNKNOWN) {
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
    for (CompiledVmm contender : knowledge.contenders()) {
      for (long[] weight : contender.weights().all()) {
        state.set(size++, matrix.anyViolated(weight));
      }
      state.set(size++, matrix.anyMistaken(contender.weights().hard));
      state.set(size++, holds(contender.isDefault()));
      for (CompiledVmm.CompiledPhase phase : contender.phases()) {
        state.set(size++, holds(phase.when()));
      }
    }
    for (int line = open.nextSetBit(0); line >= 0; line = open.nextSetBit(line + 1)) {
      state.set(size + line);
    }
    size += knowledge.lines().inOrder().size();
    BitSet told = read;
    if (live != null) { // what nothing open reads can still imply something
      told = (BitSet) read.clone();
      told.or(knowledge.implications().relevant());
    }
    for (int number = told.nextSetBit(0); number >= 0; number = told.nextSetBit(number + 1)) {
      state.set(size + 2 * number, truths[number] == Truth.TRUE);
      state.set(size + 2 * number + 1, truths[number] == Truth.UNKNOWN);
    }
    return state;
  }

  private boolean holds(Clause line) {
    return matrix.truth(line.number()) == Truth.TRUE;
  }
}
