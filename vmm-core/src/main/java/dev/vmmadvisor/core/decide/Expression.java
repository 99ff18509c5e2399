package dev.vmmadvisor.core.decide;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** A condition over numbered comparisons. */
sealed interface Expression {

  /** The condition of which nothing that is known of a host tells whether it is true. */
  Expression UNDECIDED = new Undecided();

  /** The condition that is always true. */
  Expression ALWAYS = new All(List.of());

  /** Its truth, given the truth of each comparison. */
  Truth evaluate(Truth[] truths);

  /** Adds the numbers of the comparisons it reads. */
  void addTo(BitSet comparisons);

  /** The parts of which all have to be true. */
  List<Expression> parts();

  /**
   * The same over the places of numbers in a list.
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

  /** Neither true nor false for any host. */
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

  /** True if all parts are. */
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

  /** True if at least one part is. */
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
