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

  /** How many places there are for classes that would fall on one. A power of two. */
  private static final int NEIGHBOURS = 8;

  private final int most;
  private final @Nullable Entry<T>[] entries;
  private final int[] marks;

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

  /**
   * Nothing so far.
   *
   * @param most how many classes are kept at most; a power of two
   */
  @SuppressWarnings({"unchecked", "rawtypes"})
  Kept(int most) {
    this.most = most;
    this.entries = new Entry[most];
    this.marks = new int[most];
  }

  /**
   * What is kept of a class, or null.
   *
   * @param row the class, a number for each fact
   * @param goal what is favoured
   */
  @Nullable T get(long[] row, Goal goal) {
    long mixed = mixed(row, goal);
    int mark = mark(mixed);
    int place = place(mixed);
    for (int i = place; i < place + NEIGHBOURS; i++) {
      if (marks[i] == mark) {
        Entry<T> entry = entries[i];
        if (entry != null && entry.isOf(row, goal)) {
          return entry.value;
        }
      }
    }
    return null;
  }

  /** Keeps something; where no place is free, in that of another. */
  T put(long[] row, Goal goal, T value) {
    long mixed = mixed(row, goal);
    int first = place(mixed);
    int mark = mark(mixed);
    // not always the oldest: of one too many that are asked for in turn, none would ever be found
    int place = first + (mark & (NEIGHBOURS - 1));
    for (int i = first; i < first + NEIGHBOURS; i++) {
      if (entries[i] == null) {
        place = i;
        break;
      }
    }
    entries[place] = new Entry<>(row, goal, value);
    marks[place] = mark;
    return value;
  }

  private static long mixed(long[] row, Goal goal) {
    long mixed = goal.id().hashCode();
    for (long word : row) {
      mixed = (mixed ^ word) * 0x9E3779B97F4A7C15L; // spreads over the upper bits
      mixed ^= mixed >>> 32;
    }
    return mixed;
  }

  /** The first of the places that a class can be kept at. */
  private int place(long mixed) {
    return (int) mixed & (most - NEIGHBOURS);
  }

  /** What is written beside an entry, so that most others need not be looked at. */
  private static int mark(long mixed) {
    return (int) (mixed >>> Integer.SIZE);
  }
}
