package dev.vmmadvisor.core.decide;

import dev.vmmadvisor.api.catalog.Condition;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What one fact has to say about the lines of a catalog: for each class of its values, which scopes
 * and tests it leaves possible and which of their parts are certain.
 *
 * <p>That is found out when a class is met for the first time, and kept; of the classes of a list,
 * a limited number. What is kept says the same as what would be found out anew.
 */
final class FactShare {

  /** How many classes are kept at most. A power of two. */
  private static final int MOST = 1024;

  private final Knowledge knowledge;
  private final @Nullable FactClasses classes;
  private final List<Part> parts = new ArrayList<>();
  private final int[] comparisons;
  private final @Nullable Share[] shares = new @Nullable Share[MOST];

  /**
   * The part of a line that reads the fact.
   *
   * @param line the line
   * @param vector the vector of a matrix in which it is told what is possible; the next one tells
   *     what is certain
   * @param expression what reads the fact; all else in it is not known
   */
  private record Part(int line, int vector, Expression expression) {

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

  /** The share of a fact in the lines that read it. */
  FactShare(Fact fact, Knowledge knowledge) {
    this.knowledge = knowledge;
    BitSet about = new BitSet();
    List<Condition.Comparison> all = knowledge.comparisons();
    for (int number = 0; number < all.size(); number++) {
      about.set(number, all.get(number).fact() == fact);
    }
    this.comparisons = about.stream().toArray();
    this.classes = FactClasses.of(fact, about.stream().mapToObj(all::get).toList()).orElse(null);
    for (Line line : knowledge.lines().inOrder()) {
      add(line.number(), Matrix.SCOPE_POSSIBLE, line.scope(), about);
      add(line.number(), Matrix.TEST_POSSIBLE, line.test(), about);
    }
  }

  private void add(int line, int vector, Expression whole, BitSet about) {
    if (read(whole).intersects(about)) {
      parts.add(new Part(line, vector, part(whole, each -> read(each).intersects(about))));
    }
  }

  private static Expression part(Expression whole, Predicate<Expression> which) {
    return new Expression.All(whole.parts().stream().filter(which).toList());
  }

  /** What lines say without any fact. */
  static long[] withoutFact(Lines lines) {
    long[] vectors = new long[Matrix.MAKING * lines.words()];
    Arrays.fill(vectors, -1L);
    for (Line line : lines.inOrder()) {
      for (boolean scope : new boolean[] {true, false}) {
        Expression whole = scope ? line.scope() : line.test();
        Part part =
            new Part(
                line.number(),
                scope ? Matrix.SCOPE_POSSIBLE : Matrix.TEST_POSSIBLE,
                part(whole, each -> read(each).isEmpty()));
        part.addTo(vectors, lines.words(), new Truth[0]);
      }
    }
    return vectors;
  }

  /** Whether a part of a conjunction reads one fact at most. */
  static boolean isOfOneFact(Expression part, Knowledge knowledge) {
    return read(part).stream()
            .mapToObj(number -> knowledge.comparisons().get(number).fact())
            .distinct()
            .count()
        <= 1;
  }

  private static BitSet read(Expression expression) {
    BitSet read = new BitSet();
    expression.addTo(read);
    return read;
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
    int place = (int) (of ^ (of >>> 17) ^ (of >>> 34)) & (MOST - 1);
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
    parts.forEach(part -> part.addTo(vectors, words, truths));
    return vectors;
  }
}
