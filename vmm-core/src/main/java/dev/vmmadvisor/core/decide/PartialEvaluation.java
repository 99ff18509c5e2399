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

  private final CompiledCatalog catalog;
  private final Truth[] truths;
  private final Evaluation evaluation;
  private final BitSet undetermined;
  private final Implications.@Nullable Live live;
  private final BitSet read;

  private PartialEvaluation(
      CompiledCatalog catalog,
      Truth[] truths,
      Evaluation evaluation,
      BitSet undetermined,
      Implications.@Nullable Live live) {
    this.catalog = catalog;
    this.live = live;
    this.truths = truths;
    this.evaluation = evaluation;
    this.undetermined = undetermined;
    this.read = new BitSet();
    for (int clause = undetermined.nextSetBit(0);
        clause >= 0;
        clause = undetermined.nextSetBit(clause + 1)) {
      read.or(catalog.clauses().comparisons(clause));
    }
  }

  /**
   * The position of a host. A need that counts only once it is declared, and that the host does not
   * tell of, is not open in it.
   *
   * @param truths the truth of each comparison for the host; not to be changed any more
   */
  static PartialEvaluation of(CompiledCatalog catalog, Truth[] truths) {
    return of(catalog, truths, catalog.evaluateRanked(truths));
  }

  /**
   * The same, where it is known already how everything turns out.
   *
   * @param truths the truth of each comparison for the host; not to be changed any more
   * @param evaluation how everything turns out, at least of that which the ranking looks at
   */
  static PartialEvaluation of(CompiledCatalog catalog, Truth[] truths, Evaluation evaluation) {
    return new PartialEvaluation(
        catalog, truths, evaluation, ranked(evaluation.undetermined(), catalog), null);
  }

  private static BitSet ranked(BitSet clauses, CompiledCatalog catalog) {
    clauses.and(catalog.ranked());
    return clauses;
  }

  /** The position in which as much is open as the host does not tell: undeclared needs as well. */
  PartialEvaluation withUndeclared() {
    return new PartialEvaluation(
        catalog, truths, evaluation, ranked(evaluation.unknown(), catalog), live);
  }

  /**
   * The same position, in which what is learned can imply more.
   *
   * @param implied what the host implies; null if nothing more can be implied
   */
  PartialEvaluation with(Implications.@Nullable Live implied) {
    return new PartialEvaluation(catalog, truths, evaluation, undetermined, implied);
  }

  /**
   * The same position, while what can come to be known counts as not known.
   *
   * @param others the truths of the host as it is; not to be changed any more
   */
  PartialEvaluation withTruths(Truth[] others) {
    return new PartialEvaluation(catalog, others, evaluation, undetermined, live);
  }

  /** The truth of each comparison in it; not to be changed. */
  Truth[] truths() {
    return truths;
  }

  /** The position once a question is answered; null if the answer is not possible. */
  @Nullable PartialEvaluation after(DecisionVariable.Assignment assignment) {
    return after(List.of(assignment));
  }

  /** The position once several questions are answered; null if that is not possible. */
  @Nullable PartialEvaluation after(List<DecisionVariable.Assignment> assignments) {
    Truth[] assigned = truths.clone();
    boolean isRelevant = false;
    boolean hasAppleChip = false;
    for (DecisionVariable.Assignment assignment : assignments) {
      for (DecisionVariable.Implied implied : assignment.truths()) {
        int number = implied.number();
        if (live != null
            && assigned[number] == implied.truth().not()
            && !catalog.testsWhetherKnown(number)) {
          return null; // implied to be otherwise
        }
        isRelevant |= catalog.implications().relevant().get(number);
        hasAppleChip |=
            catalog.implications().isAboutGeneration(number)
                && assignment.values() instanceof ValueSet.Numbers;
      }
      assignment.applyTo(assigned);
    }
    if (live != null
        && isRelevant
        && !catalog.implications().propagate(assigned, live, hasAppleChip)) {
      return null;
    }
    Evaluation next = catalog.clauses().evaluate(assigned, undetermined);
    next.addDetermined(evaluation);
    return new PartialEvaluation(catalog, assigned, next, next.undetermined(), live);
  }

  /** Some questions without the answers that are not possible; all of them where none is. */
  List<DecisionVariable> possible(List<DecisionVariable> variables) {
    if (live == null) {
      return variables;
    }
    List<DecisionVariable> possible = new ArrayList<>(variables.size());
    for (DecisionVariable variable : variables) {
      List<DecisionVariable.Assignment> assignments = new ArrayList<>();
      for (DecisionVariable.Assignment assignment : variable.assignments()) {
        if (after(assignment) != null) {
          assignments.add(assignment);
        }
      }
      possible.add(
          assignments.isEmpty()
              ? variable
              : new DecisionVariable(variable.facts(), variable.word(), List.copyOf(assignments)));
    }
    return possible;
  }

  /** See {@link Ranking#settled(List, Goal, Evaluation)}. */
  int provenBest(Goal goal) {
    return Ranking.provenBest(catalog.candidates(), goal, evaluation);
  }

  /** The best as it stands, or empty if every contender is ineligible. */
  Optional<Vmm> best(Goal goal) {
    return Ranking.of(catalog.candidates(), goal, evaluation).best();
  }

  /** Whether anything that is open reads what a question is about, and it is not implied. */
  boolean dependsOn(DecisionVariable variable) {
    for (DecisionVariable.Implied implied : variable.assignments().get(0).truths()) {
      if (read.get(implied.number()) && truths[implied.number()] == Truth.UNKNOWN) {
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
    for (CompiledVmm candidate : catalog.candidates()) {
      for (long[] mask : candidate.masks().all()) {
        state.set(size++, evaluation.anyViolated(mask));
      }
      state.set(size++, evaluation.anyError(candidate.masks().hard));
      state.set(size++, holds(candidate.isDefault()));
      for (CompiledVmm.CompiledPhase phase : candidate.phases()) {
        state.set(size++, holds(phase.when()));
      }
    }
    for (int clause = undetermined.nextSetBit(0);
        clause >= 0;
        clause = undetermined.nextSetBit(clause + 1)) {
      state.set(size + clause);
    }
    size += catalog.clauses().inOrder().size();
    BitSet relevant = read;
    if (live != null) { // what nothing open reads can still imply something
      relevant = (BitSet) read.clone();
      relevant.or(catalog.implications().relevant());
    }
    for (int number = relevant.nextSetBit(0);
        number >= 0;
        number = relevant.nextSetBit(number + 1)) {
      state.set(size + 2 * number, truths[number] == Truth.TRUE);
      state.set(size + 2 * number + 1, truths[number] == Truth.UNKNOWN);
    }
    return state;
  }

  private boolean holds(Clause clause) {
    return evaluation.truth(clause.number()) == Truth.TRUE;
  }
}
