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
 * {@link #toOutcomes} turns them into outcomes, and nothing changes any more.
 */
final class Evaluation {

  // the vectors while it is made, each of as many words as the lines need
  static final int SCOPE_POSSIBLE = 0;
  static final int SCOPE_CERTAIN = 1;
  static final int TEST_POSSIBLE = 2;
  static final int TEST_CERTAIN = 3;
  static final int BUILD_VECTORS = 4;

  // and when it is settled
  private static final int APPLICABLE = 0;
  private static final int VIOLATED = 1;
  private static final int UNKNOWN = 2;
  private static final int UNDETERMINED = 3;
  private static final int ERROR = 4;
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
  static long[] bitsOf(long[] clauses) {
    long[] bits = new long[VECTORS * clauses.length];
    for (int vector : new int[] {VIOLATED, UNKNOWN, UNDETERMINED, ERROR}) {
      System.arraycopy(clauses, 0, bits, vector * clauses.length, clauses.length);
    }
    return bits;
  }

  /** A matrix that is being made, of some vectors. */
  static Evaluation of(long[] vectors) {
    Evaluation evaluation = new Evaluation(vectors.length / BUILD_VECTORS);
    System.arraycopy(vectors, 0, evaluation.bits, 0, vectors.length);
    return evaluation;
  }

  /**
   * Takes from the vectors of a matrix that is being made what the truth of a scope or a test, or
   * of a part of one, rules out.
   *
   * @param vectors the vectors
   * @param clause the line
   * @param possible the vector that tells what is possible; the next one tells what is certain
   * @param truth the truth
   */
  static void ruleOut(long[] vectors, int clause, int possible, Truth truth) {
    int words = vectors.length / BUILD_VECTORS;
    long others = ~(1L << (clause & 63));
    int word = possible * words + (clause >>> 6);
    if (truth == Truth.FALSE) {
      vectors[word] &= others;
    }
    if (truth != Truth.TRUE) {
      vectors[word + words] &= others;
    }
  }

  /** A matrix in which nothing applies so far. */
  static Evaluation empty(int words) {
    return new Evaluation(words);
  }

  /** Takes away what one fact rules out. */
  void and(long[] vectors) {
    for (int i = 0; i < vectors.length; i += BUILD_VECTORS) { // a few words: four steps are one
      bits[i] &= vectors[i];
      bits[i + 1] &= vectors[i + 1];
      bits[i + 2] &= vectors[i + 2];
      bits[i + 3] &= vectors[i + 3];
    }
  }

  /** Puts down how scope and test of a line turn out. */
  void put(int clause, Truth scope, Truth test) {
    set(SCOPE_POSSIBLE, clause, scope != Truth.FALSE);
    set(SCOPE_CERTAIN, clause, scope == Truth.TRUE);
    set(TEST_POSSIBLE, clause, test != Truth.FALSE);
    set(TEST_CERTAIN, clause, test == Truth.TRUE);
  }

  /**
   * Turns scopes and tests into outcomes.
   *
   * @param requires the lines whose test is what they require
   * @param declaredOnly the lines that count only once something is declared
   */
  void toOutcomes(long[] requires, long[] declaredOnly) {
    for (int word = 0; word < words; word++) {
      long scopePossible = bits[SCOPE_POSSIBLE * words + word];
      long scopeCertain = bits[SCOPE_CERTAIN * words + word];
      long testPossible = bits[TEST_POSSIBLE * words + word];
      long testCertain = bits[TEST_CERTAIN * words + word];
      long passes = (requires[word] & testCertain) | (~requires[word] & ~testPossible);
      long fails = (requires[word] & ~testPossible) | (~requires[word] & testCertain);
      long violated = scopePossible & scopeCertain & fails;
      long unknown = scopePossible & ~passes & ~violated;
      bits[APPLICABLE * words + word] = scopePossible;
      bits[VIOLATED * words + word] = violated;
      bits[UNKNOWN * words + word] = unknown;
      long undeclared =
          (requires[word] & scopePossible & ~scopeCertain)
              | (~requires[word] & testPossible & ~testCertain);
      bits[UNDETERMINED * words + word] = unknown & ~(declaredOnly[word] & undeclared);
    }
  }

  /** Puts down, once it is settled, how a line turned out. */
  void put(int clause, Outcome outcome) {
    set(APPLICABLE, clause, outcome != Outcome.NOT_APPLICABLE);
    set(VIOLATED, clause, outcome == Outcome.VIOLATED);
    set(UNKNOWN, clause, outcome == Outcome.UNKNOWN);
    set(UNDETERMINED, clause, outcome == Outcome.UNKNOWN);
    set(ERROR, clause, outcome == Outcome.ERROR);
  }

  /** Puts down, once it is settled, that some lines are not about the host. */
  void leaveOut(long[] clauses) {
    for (int vector = 0; vector < VECTORS; vector++) {
      for (int word = 0; word < words; word++) {
        bits[vector * words + word] &= ~clauses[word];
      }
    }
  }

  Outcome outcome(int clause) {
    return OUTCOMES.get(outcomeNumber(clause));
  }

  /** The place in {@link #OUTCOMES} of how a line turned out. */
  int outcomeNumber(int clause) {
    if (has(ERROR, clause)) {
      return 4;
    }
    if (!has(APPLICABLE, clause)) {
      return 3;
    }
    if (has(VIOLATED, clause)) {
      return 1;
    }
    return has(UNDETERMINED, clause) ? 2 : has(UNKNOWN, clause) ? UNDECLARED : 0;
  }

  /** Whether a line of something that holds or not holds. */
  Truth truth(int clause) {
    return has(VIOLATED, clause) ? Truth.TRUE : has(UNKNOWN, clause) ? Truth.UNKNOWN : Truth.FALSE;
  }

  /** Whether one of some lines of something that holds or not holds. */
  Truth anyTruth(long[] clauses) {
    return any(VIOLATED, clauses)
        ? Truth.TRUE
        : any(UNKNOWN, clauses) ? Truth.UNKNOWN : Truth.FALSE;
  }

  /**
   * The next line that is violated.
   *
   * @param clauses the lines to look at
   * @param from the first of them to look at
   * @return its number; -1 if there is none
   */
  int nextViolated(long[] clauses, int from) {
    long wanted = -1L << (from & 63);
    for (int word = from >>> 6; word < words; word++) {
      long found = bits[VIOLATED * words + word] & clauses[word] & wanted;
      if (found != 0) {
        return (word << 6) + Long.numberOfTrailingZeros(found);
      }
      wanted = -1L;
    }
    return -1;
  }

  /** Those of some lines that are violated. */
  BitSet violated(long[] clauses) {
    BitSet violated = clauses(VIOLATED);
    violated.and(BitSet.valueOf(clauses));
    return violated;
  }

  /** Whether one of some lines is violated. */
  boolean anyViolated(long[] clauses) {
    return any(VIOLATED, clauses);
  }

  /** Whether one of some lines is unknown and the ranking has to reckon with it. */
  boolean anyUndetermined(long[] clauses) {
    return any(UNDETERMINED, clauses);
  }

  /** Whether one of some lines failed: it could not be evaluated. */
  boolean anyError(long[] clauses) {
    return any(ERROR, clauses);
  }

  /** The lines that are unknown and that the ranking has to reckon with. */
  BitSet undetermined() {
    return clauses(UNDETERMINED);
  }

  /**
   * The lines that are unknown: those that are open, and those about needs that count only once
   * declared, and of which the host does not tell.
   */
  BitSet unknown() {
    return clauses(UNKNOWN);
  }

  private BitSet clauses(int vector) {
    return BitSet.valueOf(Arrays.copyOfRange(bits, vector * words, (vector + 1) * words));
  }

  /**
   * Adds the lines that are violated or failed in another matrix, in which none of those of this
   * is.
   */
  void addDetermined(Evaluation other) {
    for (int vector : new int[] {VIOLATED, ERROR}) {
      for (int word = vector * words; word < (vector + 1) * words; word++) {
        bits[word] |= other.bits[word];
      }
    }
  }

  private boolean any(int vector, long[] clauses) {
    for (int word = 0; word < words; word++) {
      if ((bits[vector * words + word] & clauses[word]) != 0) {
        return true;
      }
    }
    return false;
  }

  private boolean has(int vector, int clause) {
    return ((bits[vector * words + (clause >>> 6)] >>> (clause & 63)) & 1) != 0;
  }

  private void set(int vector, int clause, boolean value) {
    int word = vector * words + (clause >>> 6);
    long bit = 1L << (clause & 63);
    bits[word] = value ? bits[word] | bit : bits[word] & ~bit;
  }
}
