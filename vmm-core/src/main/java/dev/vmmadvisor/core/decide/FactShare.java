package dev.vmmadvisor.core.decide;

import dev.vmmadvisor.api.catalog.Condition;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one fact has to say about the lines of a catalog: for each class of its values, which scopes
 * and tests it leaves possible and which of their parts are certain.
 *
 * <p>That is found out when a class is met for the first time, and kept; of the classes of a list,
 * a limited number. What is kept says the same as what would be found out anew.
 */
final class FactShare {

  // how many classes are kept at most, of a list and of anything else; powers of two
  private static final int MOST_OF_A_LIST = 4096;
  private static final int MOST = 1024;

  private final Knowledge knowledge;
  private final @Nullable FactClasses classes;
  private final List<Part> parts;
  private final int[] comparisons;
  private final @Nullable Share[] shares;

  /**
   * The part of a line that reads the fact.
   *
   * @param line the line
   * @param vector the vector of a matrix in which it is told what is possible; the next one tells
   *     what is certain
   * @param expression what reads the fact; all else in it is not known
   */
  record Part(int line, int vector, Expression expression) {

    /** Takes from vectors what the part rules out. */
    void addTo(long[] vectors, int words, Truth[] truths) {
      Truth truth = expression.evaluate(truths);
      long others = ~(1L << (line & 63));
      int word = vector * words + (line >>> 6);
      if (truth == Truth.FALSE) {
        vectors[word] &= others;
      }
      if (truth != Truth.TRUE) {
        vectors[word + words] &= others;
      }
    }
  }

  /** The vectors of a class. */
  private static final class Share {
    private final long of;
    private final long[] vectors;

    Share(long of, long[] vectors) {
      this.of = of;
      this.vectors = vectors;
    }
  }

  /**
   * The share of a fact.
   *
   * @param fact the fact
   * @param parts what reads it
   * @param knowledge the catalog
   */
  FactShare(Fact fact, List<Part> parts, Knowledge knowledge) {
    this.knowledge = knowledge;
    this.parts = parts;
    List<Condition.Comparison> all = knowledge.comparisons();
    List<Condition.Comparison> about = new ArrayList<>();
    int[] numbers = new int[all.size()];
    for (int number = 0; number < all.size(); number++) {
      if (all.get(number).fact() == fact) {
        numbers[about.size()] = number;
        about.add(all.get(number));
      }
    }
    this.comparisons = Arrays.copyOf(numbers, about.size());
    this.classes = FactClasses.of(fact, about).orElse(null);
    boolean list = fact.type() == Fact.Type.WORDS || fact.type() == Fact.Type.DATABASES;
    this.shares = new @Nullable Share[list ? MOST_OF_A_LIST : MOST];
  }

  /** Whether the values of the fact have classes. */
  boolean hasClasses() {
    return classes != null;
  }

  /** The class of the value that a host has; 0 if there are no classes. */
  long classOf(Host host) {
    return classes == null ? 0 : classes.of(host);
  }

  /**
   * Takes from a matrix what the fact of a host rules out.
   *
   * @param matrix the matrix
   * @param of the class of the value that the host has
   * @param host the host
   */
  void addTo(Matrix matrix, long of, Host host) {
    if (classes == null) {
      matrix.and(vectors(host));
      return;
    }
    int place = (int) Kept.spread(of) & (shares.length - 1);
    Share share = shares[place];
    if (share == null || share.of != of) {
      share = new Share(of, vectors(host));
      shares[place] = share;
    }
    matrix.and(share.vectors);
  }

  private long[] vectors(Host host) {
    int words = knowledge.lines().words();
    long[] vectors = new long[Matrix.MAKING * words];
    Arrays.fill(vectors, -1L);
    Truth[] truths = new Truth[knowledge.comparisons().size()];
    Arrays.fill(truths, Truth.UNKNOWN);
    for (int number : comparisons) {
      truths[number] = knowledge.truth(number, host);
    }
    for (Part part : parts) {
      part.addTo(vectors, words, truths);
    }
    return vectors;
  }
}
