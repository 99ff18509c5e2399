package dev.vmmadvisor.core.decide;

import dev.vmmadvisor.api.advice.Outcome;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * How the {@linkplain Clause lines} of a catalog turn out for a host: a bit for each line in each
 * of a few vectors.
 *
 * <p>While it is made, the vectors hold whether scope and test of a line can be true, and whether
 * they certainly are. A conjunction over several facts is the same conjunction of their bits. Then
 * {@link #settle} turns them into outcomes, and nothing changes any more.
 */
final class Evaluation {

  // the vectors while it is made, each of as many words as the lines need
  static final int SCOPE_POSSIBLE = 0;
  static final int SCOPE_CERTAIN = 1;
  static final int TEST_POSSIBLE = 2;
  static final int TEST_CERTAIN = 3;
  static final int MAKING = 4;

  // and when it is settled
  private static final int APPLICABLE = 0;
  private static final int VIOLATED = 1;
  private static final int UNKNOWN = 2;
  private static final int OPEN = 3;
  private static final int MISTAKEN = 4;
  private static final int VECTORS = 5;

  /** The number of the outcome that is unknown and decides nothing, as nothing is declared. */
  static final int UNDECLARED = 5;

  /** All outcomes, by numbers. */
  static final List<Outcome> OUTCOMES =
      List.of(
          Outcome.SATISFIED,
          Outcome.VIOLATED,
          Outcome.UNKNOWN,
          Outcome.NOT_APPLICABLE,
          Outcome.ERROR,
          Outcome.UNKNOWN);

  private final int words;
  private final long[] bits;

  private Evaluation(int words) {
    this.words = words;
    this.bits = new long[VECTORS * words];
  }

  /** All that it says, once it is settled; not to be changed. */
  long[] bits() {
    return bits;
  }

  /** The bits of all that a matrix says of some lines, but for whether they apply. */
  static long[] bitsOf(long[] lines) {
    long[] bits = new long[VECTORS * lines.length];
    for (int vector : new int[] {VIOLATED, UNKNOWN, OPEN, MISTAKEN}) {
      System.arraycopy(lines, 0, bits, vector * lines.length, lines.length);
    }
    return bits;
  }

  /** A matrix that is being made, of some vectors. */
  static Evaluation of(long[] vectors) {
    Evaluation matrix = new Evaluation(vectors.length / MAKING);
    System.arraycopy(vectors, 0, matrix.bits, 0, vectors.length);
    return matrix;
  }

  /**
   * Takes from the vectors of a matrix that is being made what the truth of a scope or a test, or
   * of a part of one, rules out.
   *
   * @param vectors the vectors
   * @param line the line
   * @param possible the vector that tells what is possible; the next one tells what is certain
   * @param truth the truth
   */
  static void ruleOut(long[] vectors, int line, int possible, Truth truth) {
    int words = vectors.length / MAKING;
    long others = ~(1L << (line & 63));
    int word = possible * words + (line >>> 6);
    if (truth == Truth.FALSE) {
      vectors[word] &= others;
    }
    if (truth != Truth.TRUE) {
      vectors[word + words] &= others;
    }
  }

  /** A matrix in which nothing applies so far. */
  static Evaluation ofNothing(int words) {
    return new Evaluation(words);
  }

  /** Takes away what one fact rules out. */
  void and(long[] vectors) {
    for (int i = 0; i < vectors.length; i += MAKING) { // a few words: four steps are one
      bits[i] &= vectors[i];
      bits[i + 1] &= vectors[i + 1];
      bits[i + 2] &= vectors[i + 2];
      bits[i + 3] &= vectors[i + 3];
    }
  }

  /** Puts down how scope and test of a line turn out. */
  void put(int line, Truth scope, Truth test) {
    set(SCOPE_POSSIBLE, line, scope != Truth.FALSE);
    set(SCOPE_CERTAIN, line, scope == Truth.TRUE);
    set(TEST_POSSIBLE, line, test != Truth.FALSE);
    set(TEST_CERTAIN, line, test == Truth.TRUE);
  }

  /**
   * Turns scopes and tests into outcomes.
   *
   * @param requires the lines whose test is what they require
   * @param declaredOnly the lines that count only once something is declared
   */
  void settle(long[] requires, long[] declaredOnly) {
    for (int word = 0; word < words; word++) {
      long scopePossible = bits[SCOPE_POSSIBLE * words + word];
      long scopeCertain = bits[SCOPE_CERTAIN * words + word];
      long testPossible = bits[TEST_POSSIBLE * words + word];
      long testCertain = bits[TEST_CERTAIN * words + word];
      long fine = (requires[word] & testCertain) | (~requires[word] & ~testPossible);
      long wrong = (requires[word] & ~testPossible) | (~requires[word] & testCertain);
      long violated = scopePossible & scopeCertain & wrong;
      long unknown = scopePossible & ~fine & ~violated;
      bits[APPLICABLE * words + word] = scopePossible;
      bits[VIOLATED * words + word] = violated;
      bits[UNKNOWN * words + word] = unknown;
      long undeclared =
          (requires[word] & scopePossible & ~scopeCertain)
              | (~requires[word] & testPossible & ~testCertain);
      bits[OPEN * words + word] = unknown & ~(declaredOnly[word] & undeclared);
    }
  }

  /** Puts down, once it is settled, how a line turned out. */
  void put(int line, Outcome outcome) {
    set(APPLICABLE, line, outcome != Outcome.NOT_APPLICABLE);
    set(VIOLATED, line, outcome == Outcome.VIOLATED);
    set(UNKNOWN, line, outcome == Outcome.UNKNOWN);
    set(OPEN, line, outcome == Outcome.UNKNOWN);
    set(MISTAKEN, line, outcome == Outcome.ERROR);
  }

  /** Puts down, once it is settled, that some lines are not about the host. */
  void leaveOut(long[] lines) {
    for (int vector = 0; vector < VECTORS; vector++) {
      for (int word = 0; word < words; word++) {
        bits[vector * words + word] &= ~lines[word];
      }
    }
  }

  Outcome outcome(int line) {
    return OUTCOMES.get(outcomeNumber(line));
  }

  /** The place in {@link #OUTCOMES} of how a line turned out. */
  int outcomeNumber(int line) {
    if (has(MISTAKEN, line)) {
      return 4;
    }
    if (!has(APPLICABLE, line)) {
      return 3;
    }
    if (has(VIOLATED, line)) {
      return 1;
    }
    return has(OPEN, line) ? 2 : has(UNKNOWN, line) ? UNDECLARED : 0;
  }

  /** Whether a line of something that holds or not holds. */
  Truth truth(int line) {
    return has(VIOLATED, line) ? Truth.TRUE : has(UNKNOWN, line) ? Truth.UNKNOWN : Truth.FALSE;
  }

  /** Whether one of some lines of something that holds or not holds. */
  Truth anyTruth(long[] lines) {
    return any(VIOLATED, lines) ? Truth.TRUE : any(UNKNOWN, lines) ? Truth.UNKNOWN : Truth.FALSE;
  }

  /**
   * The next line that is violated.
   *
   * @param lines the lines to look at
   * @param from the first of them to look at
   * @return its number; -1 if there is none
   */
  int nextViolated(long[] lines, int from) {
    long wanted = -1L << (from & 63);
    for (int word = from >>> 6; word < words; word++) {
      long found = bits[VIOLATED * words + word] & lines[word] & wanted;
      if (found != 0) {
        return (word << 6) + Long.numberOfTrailingZeros(found);
      }
      wanted = -1L;
    }
    return -1;
  }

  /** Those of some lines that are violated. */
  BitSet violated(long[] lines) {
    BitSet violated = lines(VIOLATED);
    violated.and(BitSet.valueOf(lines));
    return violated;
  }

  /** Whether one of some lines is violated. */
  boolean anyViolated(long[] lines) {
    return any(VIOLATED, lines);
  }

  /** Whether one of some lines is unknown and the ranking has to reckon with it. */
  boolean anyOpen(long[] lines) {
    return any(OPEN, lines);
  }

  /** Whether one of some lines failed: it could not be evaluated. */
  boolean anyMistaken(long[] lines) {
    return any(MISTAKEN, lines);
  }

  /** The lines that are unknown and that the ranking has to reckon with. */
  BitSet open() {
    return lines(OPEN);
  }

  /**
   * The lines that are unknown: those that are open, and those about needs that count only once
   * declared, and of which the host does not tell.
   */
  BitSet unknown() {
    return lines(UNKNOWN);
  }

  private BitSet lines(int vector) {
    return BitSet.valueOf(Arrays.copyOfRange(bits, vector * words, (vector + 1) * words));
  }

  /**
   * Adds the lines that are violated or failed in another matrix, in which none of those of this
   * is.
   */
  void addSettled(Evaluation other) {
    for (int vector : new int[] {VIOLATED, MISTAKEN}) {
      for (int word = vector * words; word < (vector + 1) * words; word++) {
        bits[word] |= other.bits[word];
      }
    }
  }

  private boolean any(int vector, long[] lines) {
    for (int word = 0; word < words; word++) {
      if ((bits[vector * words + word] & lines[word]) != 0) {
        return true;
      }
    }
    return false;
  }

  private boolean has(int vector, int line) {
    return ((bits[vector * words + (line >>> 6)] >>> (line & 63)) & 1) != 0;
  }

  private void set(int vector, int line, boolean value) {
    int word = vector * words + (line >>> 6);
    long bit = 1L << (line & 63);
    bits[word] = value ? bits[word] | bit : bits[word] & ~bit;
  }
}
