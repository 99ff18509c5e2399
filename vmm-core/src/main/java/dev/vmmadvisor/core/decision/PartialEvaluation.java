package dev.vmmadvisor.core.decision;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.advice.ValueSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The evaluation of the ranked clauses for a host of which some facts are unknown. Immutable.
 *
 * <p>Determined outcomes stay the same when facts become known, because Kleene's logic is
 * monotonic. So {@link #after} evaluates only the undetermined clauses again.
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
   * The evaluation of a host. A need that counts only if it is declared, and that the host does not
   * state, is not undetermined in it.
   *
   * @param truths the truth of each comparison for the host; must not be changed afterwards
   */
  static PartialEvaluation of(CompiledCatalog catalog, Truth[] truths) {
    return of(catalog, truths, catalog.evaluateRanked(truths));
  }

  /**
   * The same, from outcomes that are computed already.
   *
   * @param truths the truth of each comparison for the host; must not be changed afterwards
   * @param evaluation the outcomes, at least of the ranked clauses
   */
  static PartialEvaluation of(CompiledCatalog catalog, Truth[] truths, Evaluation evaluation) {
    return new PartialEvaluation(
        catalog, truths, evaluation, ranked(evaluation.undetermined(), catalog), null);
  }

  private static BitSet ranked(BitSet clauses, CompiledCatalog catalog) {
    clauses.and(catalog.ranked());
    return clauses;
  }

  /** The evaluation in which undeclared needs are undetermined as well. */
  PartialEvaluation withUndeclared() {
    return new PartialEvaluation(
        catalog, truths, evaluation, ranked(evaluation.unknown(), catalog), live);
  }

  /**
   * The same evaluation, in which facts that become known can imply others.
   *
   * @param implied the implications of the host; null if nothing more can be implied
   */
  PartialEvaluation with(Implications.@Nullable Live implied) {
    return new PartialEvaluation(catalog, truths, evaluation, undetermined, implied);
  }

  /**
   * The same evaluation with other truths, in which "is known" is false for unknown facts.
   *
   * @param others the truths of the host as it is; must not be changed afterwards
   */
  PartialEvaluation withTruths(Truth[] others) {
    return new PartialEvaluation(catalog, others, evaluation, undetermined, live);
  }

  /** The truth of each comparison. Must not be changed. */
  Truth[] truths() {
    return truths;
  }

  /** The evaluation after an assignment; null if the assignment is impossible. */
  @Nullable PartialEvaluation after(DecisionVariable.Assignment assignment) {
    return after(List.of(assignment));
  }

  /** The evaluation after several assignments; null if they are impossible together. */
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
          return null; // contradicts an implied truth
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

  /**
   * The variables without impossible assignments. A variable without any possible assignment is
   * unchanged.
   */
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

  /** See {@link Ranking#provenBest(List, Goal, Evaluation)}. */
  int provenBest(Goal goal) {
    return Ranking.provenBest(catalog.candidates(), goal, evaluation);
  }

  /** The best VMM by the outcomes as they are, or empty if every VMM is ineligible. */
  Optional<Vmm> best(Goal goal) {
    return Ranking.of(catalog.candidates(), goal, evaluation).best();
  }

  /** Whether an undetermined clause reads an unknown comparison of a variable. */
  boolean dependsOn(DecisionVariable variable) {
    for (DecisionVariable.Implied implied : variable.assignments().get(0).truths()) {
      if (read.get(implied.number()) && truths[implied.number()] == Truth.UNKNOWN) {
        return true;
      }
    }
    return false;
  }

  /**
   * Everything that the ranking can still depend on, as bits: of determined clauses only what they
   * count for, and the undetermined clauses with the truths of the comparisons that they read.
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
    if (live
        != null) { // a comparison that no undetermined clause reads can still imply another one
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
