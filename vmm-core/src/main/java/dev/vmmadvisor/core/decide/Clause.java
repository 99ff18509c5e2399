package dev.vmmadvisor.core.decide;

import java.util.BitSet;

/**
 * Something of a catalog that turns out one way or the other for a host: a rule, or when a phase, a
 * claim of speed or a default holds.
 *
 * @param number its number, from 0
 * @param scope whether it is about a host at all
 * @param test what it requires, or what makes it hit
 * @param requires whether the test is what it requires
 * @param error whether it cannot be evaluated, as a constraint in code can be
 * @param declaredOnly whether it counts only once something is declared: the test, or the scope if
 *     the test is what it requires
 */
record Clause(
    int number,
    Expression scope,
    Expression test,
    boolean requires,
    Expression error,
    boolean declaredOnly) {

  static final Expression NEVER = new Expression.Not(Expression.ALWAYS);

  /** Something that holds or does not hold. */
  static Clause when(int number, Expression when) {
    return new Clause(number, when, Expression.ALWAYS, false, NEVER, false);
  }

  /** The numbers of the comparisons it reads. */
  BitSet comparisons() {
    BitSet numbers = new BitSet();
    scope.addTo(numbers);
    test.addTo(numbers);
    return numbers;
  }
}
