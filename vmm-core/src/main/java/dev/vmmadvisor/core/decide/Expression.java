package dev.vmmadvisor.core.decide;

import java.util.BitSet;
import java.util.List;

/** A condition over numbered comparisons. */
sealed interface Expression {

  /** The condition that is always true. */
  Expression ALWAYS = new All(List.of());

  /** Its truth, given the truth of each comparison. */
  Truth evaluate(Truth[] truths);

  /** Adds the numbers of the comparisons it reads. */
  void addTo(BitSet comparisons);

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
  }

  /** True if all parts are. */
  record All(List<Expression> parts) implements Expression {
    @Override
    public Truth evaluate(Truth[] truths) {
      Truth result = Truth.TRUE;
      for (Expression part : parts) {
        result = result.and(part.evaluate(truths));
        if (result == Truth.FALSE) {
          break;
        }
      }
      return result;
    }

    @Override
    public void addTo(BitSet comparisons) {
      parts.forEach(part -> part.addTo(comparisons));
    }
  }

  /** True if at least one part is. */
  record Any(List<Expression> parts) implements Expression {
    @Override
    public Truth evaluate(Truth[] truths) {
      Truth result = Truth.FALSE;
      for (Expression part : parts) {
        result = result.or(part.evaluate(truths));
        if (result == Truth.TRUE) {
          break;
        }
      }
      return result;
    }

    @Override
    public void addTo(BitSet comparisons) {
      parts.forEach(part -> part.addTo(comparisons));
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
  }
}
