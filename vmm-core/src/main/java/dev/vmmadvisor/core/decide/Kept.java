package dev.vmmadvisor.core.decide;

import dev.vmmadvisor.api.advice.Goal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What was found out about some classes of hosts, kept for the next host of the same class.
 *
 * <p>A limited number is kept; one is forgotten for another that falls on its place. What is kept
 * says the same as what would be found out anew, so nobody can tell whether it was. Safe to share
 * between threads without locks: an entry is immutable, and one that another thread does not see
 * yet is only found out twice.
 *
 * @param <T> what is kept, immutable
 */
final class Kept<T> {

  /** How many classes are kept at most. A power of two. */
  private static final int MOST = 16_384;

  private final @Nullable Entry<T>[] entries;

  private static final class Entry<T> {
    private final long[] row;
    private final Goal goal;
    private final T value;

    Entry(long[] row, Goal goal, T value) {
      this.row = row;
      this.goal = goal;
      this.value = value;
    }

    boolean isOf(long[] other, Goal favoured) {
      return goal == favoured && Arrays.equals(row, other);
    }
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  Kept() {
    this.entries = new Entry[MOST];
  }

  /**
   * What is kept of a class, or null.
   *
   * @param row the class, a number for each fact
   * @param goal what is favoured
   */
  @Nullable T get(long[] row, Goal goal) {
    int place = place(row, goal);
    Entry<T> first = entries[place];
    if (first != null && first.isOf(row, goal)) {
      return first.value;
    }
    Entry<T> second = entries[place + 1];
    return second != null && second.isOf(row, goal) ? second.value : null;
  }

  /** Keeps something; of two that fall on the same place, the one that came before it. */
  T put(long[] row, Goal goal, T value) {
    int place = place(row, goal);
    entries[place + 1] = entries[place];
    entries[place] = new Entry<>(row, goal, value);
    return value;
  }

  /** The first of the two places that a class can be kept at. */
  private static int place(long[] row, Goal goal) {
    long mixed = goal.id().hashCode();
    for (long word : row) {
      mixed = (mixed ^ word) * 0x9E3779B97F4A7C15L; // spreads over the upper bits
      mixed ^= mixed >>> 32;
    }
    return (int) mixed & (MOST - 2);
  }
}
