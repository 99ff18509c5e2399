package dev.vmmadvisor.core.decide;

import dev.vmmadvisor.api.advice.ValueSet;
import dev.vmmadvisor.api.host.Fact;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something unknown about a host that conditions read, and the answers that it could have: one for
 * each class of values that no condition tells apart.
 *
 * <p>An unknown list gives a question for each word that conditions look for in it; the first
 * answer of such a question is that the word is not there. Questions are independent of each other.
 *
 * @param facts the fact; for a constraint in code all of its facts that are open, as only the
 *     constraint knows which of them settle it; perhaps none
 * @param word for a list, the word that is looked for; otherwise empty
 * @param assignments the answers, in ascending order of the values; at least one
 */
record DecisionVariable(List<Fact> facts, String word, List<Assignment> assignments) {

  /** A question about one fact. */
  DecisionVariable(Fact fact, String word, List<Assignment> assignments) {
    this(List.of(fact), word, assignments);
  }

  /** The fact, or the first of them. */
  Fact fact() {
    return facts.get(0);
  }

  /**
   * A class of values.
   *
   * @param values the class
   * @param truths the comparisons it settles
   */
  record Assignment(ValueSet values, List<Implied> truths) {

    /** Writes what it settles over the truths of a host. */
    void applyTo(Truth[] host) {
      for (Implied implied : truths) {
        host[implied.number()] = implied.truth();
      }
    }
  }

  /** The truth of the comparison with a number. */
  record Implied(int number, Truth truth) {}

  /** Whether it is about the same: of one host, there is one question about one thing. */
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

  /** Whether it is about how a constraint in code turns out. */
  boolean isAboutConstraint() {
    return assignments.get(0).values() instanceof ValueSet.Judged;
  }

  /** Whether it is about one word of a list. */
  boolean isAboutWord() {
    return !word.isEmpty();
  }

  /** The same question, each answer of which also makes some comparisons true. */
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
