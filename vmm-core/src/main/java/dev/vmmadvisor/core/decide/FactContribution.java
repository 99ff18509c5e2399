package dev.vmmadvisor.core.decide;

import dev.vmmadvisor.api.catalog.Condition;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one fact has to say about the lines of a catalog: which scopes and tests it leaves possible
 * and which of their parts are certain. That is the same for all values of a class.
 */
final class FactContribution {

  private final CompiledCatalog catalog;
  private final @Nullable FactPartition partition;
  private final int bits;
  private final List<Part> parts;
  private final int[] comparisons;

  /**
   * The part of a line that reads the fact.
   *
   * @param clause the line
   * @param vector the vector of a matrix in which it is told what is possible; the next one tells
   *     what is certain
   * @param expression what reads the fact; all else in it is not known
   */
  record Part(int clause, int vector, Expression expression) {

    /** Takes from vectors what the part rules out. */
    void addTo(long[] vectors, Truth[] truths) {
      Evaluation.ruleOut(vectors, clause, vector, expression.evaluate(truths));
    }
  }

  /**
   * The share of a fact.
   *
   * @param fact the fact
   * @param parts what reads it
   * @param catalog the catalog
   */
  FactContribution(Fact fact, List<Part> parts, CompiledCatalog catalog) {
    this.catalog = catalog;
    this.parts = parts;
    List<Condition.Comparison> all = catalog.comparisons();
    List<Condition.Comparison> about = new ArrayList<>();
    int[] numbers = new int[all.size()];
    for (int number = 0; number < all.size(); number++) {
      if (all.get(number).fact() == fact) {
        numbers[about.size()] = number;
        about.add(all.get(number));
      }
    }
    this.comparisons = Arrays.copyOf(numbers, about.size());
    this.partition = FactPartition.of(fact, about).orElse(null);
    this.bits = partition == null ? Long.SIZE + 1 : partition.bits();
  }

  /** How many bits the class of a value has; more than fit in a number if there are no classes. */
  int bits() {
    return bits;
  }

  /** The class of the value that a host has; 0 if there are no classes. */
  long classOf(Host host) {
    return partition == null ? 0 : partition.of(host);
  }

  /**
   * Takes from vectors what the fact of a host rules out.
   *
   * @param vectors the vectors of a matrix that is being made
   * @param host the host
   */
  void addTo(long[] vectors, Host host) {
    Truth[] truths = new Truth[catalog.comparisons().size()];
    Arrays.fill(truths, Truth.UNKNOWN);
    for (int number : comparisons) {
      truths[number] = catalog.truth(number, host);
    }
    for (Part part : parts) {
      part.addTo(vectors, truths);
    }
  }
}
