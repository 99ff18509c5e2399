package dev.vmmadvisor.core.decision;

import dev.vmmadvisor.api.advice.ValueSet;
import dev.vmmadvisor.api.host.Fact;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A finite-domain variable for an unknown fact: one assignment for each equivalence class of values
 * that no condition distinguishes.
 *
 * <p>An unknown list has one variable for each word that conditions test. The first assignment of
 * such a variable is that the word is absent. Variables are independent of each other.
 *
 * @param facts the fact; for a constraint in code all of its unknown facts, because only the
 *     constraint knows which of them matter; may be empty
 * @param word the tested word of a list; otherwise empty
 * @param assignments the assignments, in ascending order of the values; at least one
 */
record DecisionVariable(List<Fact> facts, String word, List<Assignment> assignments) {

  /** A variable of one fact. */
  DecisionVariable(Fact fact, String word, List<Assignment> assignments) {
    this(List.of(fact), word, assignments);
  }

  /** The first fact. */
  Fact fact() {
    return facts.get(0);
  }

  /**
   * An assignment of a class of values.
   *
   * @param values the class
   * @param truths the truths of the comparisons that it implies
   */
  record Assignment(ValueSet values, List<Implied> truths) {

    /** Writes the implied truths into the truths of a host. */
    void applyTo(Truth[] host) {
      for (Implied implied : truths) {
        host[implied.number()] = implied.truth();
      }
    }
  }

  /** The truth of the comparison with a number. */
  record Implied(int number, Truth truth) {}

  /**
   * Two variables are equal if they are about the same facts and word; a host has only one such
   * variable.
   */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DecisionVariable variable
        && word.equals(variable.word)
        && facts.equals(variable.facts);
  }

  @Override
  public int hashCode() {
    return 31 * facts.hashCode() + word.hashCode();
  }

  /** Whether it is the result of a constraint in code. */
  boolean isAboutConstraint() {
    return assignments.get(0).values() instanceof ValueSet.Judged;
  }

  /** Whether it is about one word of a list. */
  boolean isAboutWord() {
    return !word.isEmpty();
  }

  /** This variable, where each assignment also makes some comparisons true. */
  DecisionVariable withTrue(List<Integer> numbers) {
    if (numbers.isEmpty()) {
      return this;
    }
    List<Assignment> more = new ArrayList<>();
    for (Assignment assignment : assignments) {
      List<Implied> truths = new ArrayList<>(assignment.truths());
      for (int number : numbers) {
        truths.add(new Implied(number, Truth.TRUE));
      }
      more.add(new Assignment(assignment.values(), truths));
    }
    return new DecisionVariable(facts, word, more);
  }
}
