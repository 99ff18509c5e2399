package dev.vmmadvisor.core.decision;

import java.util.BitSet;

/**
 * A compiled, numbered pair of a scope and a test. It represents a rule, or the condition of a
 * phase, a performance claim or a default. A rule is violated where the scope is true and the test
 * is true or, if the test is a requirement, false.
 *
 * @param number the number, from 0
 * @param scope whether it applies to a host
 * @param test the requirement, or the condition under which it hits
 * @param requires whether the test is a requirement
 * @param error whether it could not be evaluated, which happens to constraints in code
 * @param declaredOnly whether it counts only if the user declares a fact: the one of the test, or
 *     of the scope if the test is a requirement
 */
record Clause(
    int number,
    Expression scope,
    Expression test,
    boolean requires,
    Expression error,
    boolean declaredOnly) {

  static final Expression NEVER = new Expression.Not(Expression.ALWAYS);

  /** A clause that is true if a condition is. */
  static Clause when(int number, Expression when) {
    return new Clause(number, when, Expression.ALWAYS, false, NEVER, false);
  }

  /** The numbers of the comparisons that it reads. */
  BitSet comparisons() {
    BitSet numbers = new BitSet();
    scope.addTo(numbers);
    test.addTo(numbers);
    return numbers;
  }
}
