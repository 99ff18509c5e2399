package dev.vmmadvisor.core.decision;

import dev.vmmadvisor.api.advice.Outcome;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The outcomes of the {@linkplain Clause clauses} of a catalog for a host, as bit vectors with one
 * bit for each clause.
 *
 * <p>While it is built, the vectors hold whether the scope and the test of a clause are possible
 * and whether they are certain: the two bits of a truth in Kleene's logic. {@link #toOutcomes}
 * turns them into outcomes. Not thread-safe while it is built; afterwards it must not be changed.
 */
final class Evaluation {

  // the vectors while it is built
  static final int SCOPE_POSSIBLE = 0;
  static final int SCOPE_CERTAIN = 1;
  static final int TEST_POSSIBLE = 2;
  static final int TEST_CERTAIN = 3;
  static final int BUILD_VECTORS = 4;

  // the vectors once it has outcomes
  private static final int APPLICABLE = 0;
  private static final int VIOLATED = 1;
  private static final int UNKNOWN = 2;
  private static final int UNDETERMINED = 3;
  private static final int ERROR = 4;
  private static final int VECTORS = 5;

  /**
   * The number of the outcome that is unknown and does not count, because a fact is not declared.
   */
  static final int UNDECLARED = 5;

  /** All outcomes; the index is the number. */
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

  /** All vectors, once it has outcomes. Must not be changed. */
  long[] bits() {
    return bits;
  }

  /** The mask of all bits of some clauses in {@link #bits()}, except whether they apply. */
  static long[] bitsOf(long[] clauses) {
    long[] bits = new long[VECTORS * clauses.length];
    for (int vector : new int[] {VIOLATED, UNKNOWN, UNDETERMINED, ERROR}) {
      System.arraycopy(clauses, 0, bits, vector * clauses.length, clauses.length);
    }
    return bits;
  }

  /** An evaluation that is being built, with given vectors. */
  static Evaluation of(long[] vectors) {
    Evaluation evaluation = new Evaluation(vectors.length / BUILD_VECTORS);
    System.arraycopy(vectors, 0, evaluation.bits, 0, vectors.length);
    return evaluation;
  }

  /**
   * Restricts vectors that are being built by the truth of a scope, a test, or a part of one.
   *
   * @param vectors the vectors
   * @param clause the number of the clause
   * @param possible the vector for what is possible; the next one is for what is certain
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

  /** An evaluation in which no clause applies. */
  static Evaluation empty(int words) {
    return new Evaluation(words);
  }

  /** Restricts the vectors that are being built by those of a contribution. */
  void and(long[] vectors) {
    for (int i = 0;
        i < vectors.length;
        i += BUILD_VECTORS) { // unrolled: the vectors have few words
      bits[i] &= vectors[i];
      bits[i + 1] &= vectors[i + 1];
      bits[i + 2] &= vectors[i + 2];
      bits[i + 3] &= vectors[i + 3];
    }
  }

  /** Sets the truths of the scope and the test of a clause. */
  void put(int clause, Truth scope, Truth test) {
    set(SCOPE_POSSIBLE, clause, scope != Truth.FALSE);
    set(SCOPE_CERTAIN, clause, scope == Truth.TRUE);
    set(TEST_POSSIBLE, clause, test != Truth.FALSE);
    set(TEST_CERTAIN, clause, test == Truth.TRUE);
  }

  /**
   * Turns the truths of scopes and tests into outcomes, 64 clauses at a time.
   *
   * @param requires the clauses whose test is a requirement
   * @param declaredOnly the clauses that count only if a fact is declared
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

  /** Sets the outcome of a clause, once there are outcomes. */
  void put(int clause, Outcome outcome) {
    set(APPLICABLE, clause, outcome != Outcome.NOT_APPLICABLE);
    set(VIOLATED, clause, outcome == Outcome.VIOLATED);
    set(UNKNOWN, clause, outcome == Outcome.UNKNOWN);
    set(UNDETERMINED, clause, outcome == Outcome.UNKNOWN);
    set(ERROR, clause, outcome == Outcome.ERROR);
  }

  /** Makes clauses not applicable, once there are outcomes. */
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

  /** The index in {@link #OUTCOMES} of the outcome of a clause. */
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

  /** The truth of a clause that is a condition. */
  Truth truth(int clause) {
    return has(VIOLATED, clause) ? Truth.TRUE : has(UNKNOWN, clause) ? Truth.UNKNOWN : Truth.FALSE;
  }

  /** The truth that one of some clauses that are conditions is true. */
  Truth anyTruth(long[] clauses) {
    return any(VIOLATED, clauses)
        ? Truth.TRUE
        : any(UNKNOWN, clauses) ? Truth.UNKNOWN : Truth.FALSE;
  }

  /**
   * The next violated clause.
   *
   * @param clauses the mask of the clauses
   * @param from the number of the first clause to consider
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

  /** The clauses of a mask that are violated. */
  BitSet violated(long[] clauses) {
    BitSet violated = clauses(VIOLATED);
    violated.and(BitSet.valueOf(clauses));
    return violated;
  }

  /** Whether a clause of a mask is violated. */
  boolean anyViolated(long[] clauses) {
    return any(VIOLATED, clauses);
  }

  /** Whether a clause of a mask is undetermined. */
  boolean anyUndetermined(long[] clauses) {
    return any(UNDETERMINED, clauses);
  }

  /** Whether a clause of a mask could not be evaluated. */
  boolean anyError(long[] clauses) {
    return any(ERROR, clauses);
  }

  /** The clauses that are unknown and count for the ranking. */
  BitSet undetermined() {
    return clauses(UNDETERMINED);
  }

  /**
   * The clauses that are unknown: the undetermined ones, and those that do not count because a fact
   * is not declared.
   */
  BitSet unknown() {
    return clauses(UNKNOWN);
  }

  private BitSet clauses(int vector) {
    return BitSet.valueOf(Arrays.copyOfRange(bits, vector * words, (vector + 1) * words));
  }

  /**
   * Adds the violated and failed clauses of another evaluation. None of them is part of this one.
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
