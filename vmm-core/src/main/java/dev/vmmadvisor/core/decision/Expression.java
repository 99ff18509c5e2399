package dev.vmmadvisor.core.decision;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** A boolean expression over numbered comparisons, in Kleene's three-valued logic. Immutable. */
sealed interface Expression {

  /** The expression that is unknown for every host. */
  Expression UNDECIDED = new Undecided();

  /** The expression that is always true. */
  Expression ALWAYS = new All(List.of());

  /** The truth, given the truth of each comparison. */
  Truth evaluate(Truth[] truths);

  /** Adds the numbers of the comparisons that it reads. */
  void addTo(BitSet comparisons);

  /** The conjuncts. */
  List<Expression> parts();

  /**
   * This expression, where each number is replaced by its index in a list.
   *
   * @param numbers the numbers of all comparisons that it reads
   */
  Expression renumbered(List<Integer> numbers);

  private static List<Expression> renumbered(List<Expression> all, List<Integer> numbers) {
    List<Expression> renumbered = new ArrayList<>(all.size());
    for (Expression each : all) {
      renumbered.add(each.renumbered(numbers));
    }
    return List.copyOf(renumbered);
  }

  /** Unknown for every host. */
  record Undecided() implements Expression {
    @Override
    public Truth evaluate(Truth[] truths) {
      return Truth.UNKNOWN;
    }

    @Override
    public void addTo(BitSet comparisons) {
      // it reads none
    }

    @Override
    public List<Expression> parts() {
      return List.of(this);
    }

    @Override
    public Expression renumbered(List<Integer> numbers) {
      return this;
    }
  }

  /** One comparison. */
  record Leaf(int number) implements Expression {
    @Override
    public Truth evaluate(Truth[] truths) {
      return truths[number];
    }

    @Override
    public void addTo(BitSet comparisons) {
      comparisons.set(number);
    }

    @Override
    public List<Expression> parts() {
      return List.of(this);
    }

    @Override
    public Expression renumbered(List<Integer> numbers) {
      return new Leaf(numbers.indexOf(number));
    }
  }

  /** True if all parts are true. */
  record All(List<Expression> all) implements Expression {
    @Override
    public Truth evaluate(Truth[] truths) {
      Truth result = Truth.TRUE;
      for (int i = 0; i < all.size() && result != Truth.FALSE; i++) {
        result = result.and(all.get(i).evaluate(truths));
      }
      return result;
    }

    @Override
    public void addTo(BitSet comparisons) {
      for (Expression part : all) {
        part.addTo(comparisons);
      }
    }

    @Override
    public List<Expression> parts() {
      List<Expression> parts = new ArrayList<>();
      for (Expression part : all) {
        parts.addAll(part.parts());
      }
      return parts;
    }

    @Override
    public Expression renumbered(List<Integer> numbers) {
      return new All(Expression.renumbered(all, numbers));
    }
  }

  /** True if at least one part is true. */
  record Any(List<Expression> any) implements Expression {
    @Override
    public Truth evaluate(Truth[] truths) {
      Truth result = Truth.FALSE;
      for (int i = 0; i < any.size() && result != Truth.TRUE; i++) {
        result = result.or(any.get(i).evaluate(truths));
      }
      return result;
    }

    @Override
    public void addTo(BitSet comparisons) {
      for (Expression part : any) {
        part.addTo(comparisons);
      }
    }

    @Override
    public List<Expression> parts() {
      return List.of(this);
    }

    @Override
    public Expression renumbered(List<Integer> numbers) {
      return new Any(Expression.renumbered(any, numbers));
    }
  }

  /** True if its part is false. */
  record Not(Expression part) implements Expression {
    @Override
    public Truth evaluate(Truth[] truths) {
      return part.evaluate(truths).not();
    }

    @Override
    public void addTo(BitSet comparisons) {
      part.addTo(comparisons);
    }

    @Override
    public List<Expression> parts() {
      return List.of(this);
    }

    @Override
    public Expression renumbered(List<Integer> numbers) {
      return new Not(part.renumbered(numbers));
    }
  }
}
