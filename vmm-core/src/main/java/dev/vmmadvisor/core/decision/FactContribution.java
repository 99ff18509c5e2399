package dev.vmmadvisor.core.decision;

import dev.vmmadvisor.api.catalog.Condition;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bit vectors that one fact contributes to an evaluation: which scopes and tests it leaves
 * possible, and which of their parts are certain. They are the same for all values of an
 * equivalence class. Immutable.
 */
final class FactContribution {

  private final CompiledCatalog catalog;
  private final @Nullable FactPartition partition;
  private final int bits;
  private final List<Part> parts;
  private final int[] comparisons;

  /**
   * The part of a clause that reads the fact.
   *
   * @param clause the number of the clause
   * @param vector the vector for what is possible; the next one is for what is certain
   * @param expression the conjuncts that read the fact
   */
  record Part(int clause, int vector, Expression expression) {

    /** Restricts vectors by the truth of the part. */
    void addTo(long[] vectors, Truth[] truths) {
      Evaluation.ruleOut(vectors, clause, vector, expression.evaluate(truths));
    }
  }

  /**
   * Creates the contribution of a fact.
   *
   * @param fact the fact
   * @param parts the parts that read it
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

  /** The number of bits of a class; more than 64 if the fact has no classes. */
  int bits() {
    return bits;
  }

  /** The equivalence class of the value of a host; 0 if the fact has no classes. */
  long classOf(Host host) {
    return partition == null ? 0 : partition.of(host);
  }

  /**
   * Restricts vectors by the value of a host.
   *
   * @param vectors the vectors of an evaluation that is being built
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
