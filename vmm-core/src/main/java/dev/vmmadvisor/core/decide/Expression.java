package dev.vmmadvisor.core.decide;

import java.util.BitSet;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** A condition over numbered comparisons. */
sealed interface Expression {

  /** The condition that is always true. */
  Expression ALWAYS = new All(List.of());

  /** Its truth, given the truth of each comparison. */
  Truth evaluate(Truth[] truths);

  /** Adds the numbers of the comparisons it reads. */
  void addTo(BitSet comparisons);

  /** The parts of which all have to be true. */
  List<Expression> parts();

  /** The same with other numbers. */
  Expression renumbered(IntUnaryOperator number);

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
    public Expression renumbered(IntUnaryOperator other) {
      return new Leaf(other.applyAsInt(number));
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
      all.forEach(part -> part.addTo(comparisons));
    }

    @Override
    public List<Expression> parts() {
      return all.stream().flatMap(part -> part.parts().stream()).toList();
    }

    @Override
    public Expression renumbered(IntUnaryOperator other) {
      return new All(all.stream().map(part -> part.renumbered(other)).toList());
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
      any.forEach(part -> part.addTo(comparisons));
    }

    @Override
    public List<Expression> parts() {
      return List.of(this);
    }

    @Override
    public Expression renumbered(IntUnaryOperator other) {
      return new Any(any.stream().map(part -> part.renumbered(other)).toList());
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
    public Expression renumbered(IntUnaryOperator other) {
      return new Not(part.renumbered(other));
    }
  }
}
