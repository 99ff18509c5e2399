package dev.vmmadvisor.core.decide;

import dev.vmmadvisor.api.advice.Goal;
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
final class BoundedCache<T> {

  /** How many places there are for classes that would fall on one. A power of two. */
  private static final int WAYS = 8;

  // odd, with bits everywhere, so that of a product the upper bits depend on all others
  static final long MULTIPLIER = 0x9E3779B97F4A7C15L;
  static final long INCREMENT = 0xC2B2AE3D27D4EB4FL;

  private final int capacity;
  private final @Nullable Entry<T>[] entries;
  private final int[] tags;

  /** A class of hosts under a goal. */
  static final class Key {
    private final long[] row;
    private final long @Nullable [] bits; // of each number of the row; all if there are none
    private final Goal goal;
    private final long hash;

    /**
     * Makes a key.
     *
     * @param row the class in numbers; not to be changed
     * @param goal what is favoured
     */
    Key(long[] row, Goal goal) {
      this(row, null, goal);
    }

    /**
     * Makes a key of some bits of a row.
     *
     * @param row the row; not to be changed
     * @param bits those bits of each number that count, the same for all keys; not to be changed
     * @param goal what is favoured
     */
    Key(long[] row, long @Nullable [] bits, Goal goal) {
      this.row = row;
      this.bits = bits;
      this.goal = goal;
      this.hash = hash();
    }

    // each number by itself and with its place, so that none waits for the one before
    private long hash() {
      long sum = goal.id().hashCode();
      long set = 0;
      for (int i = 0; i < row.length; i++) {
        set += INCREMENT;
        sum += mix(number(i) ^ set);
      }
      return mix(sum);
    }

    private long number(int i) {
      return bits == null ? row[i] : row[i] & bits[i];
    }

    private boolean isSameAs(Key other) {
      if (goal != other.goal || row.length != other.row.length) {
        return false;
      }
      for (int i = 0; i < row.length; i++) {
        if (number(i) != other.number(i)) {
          return false;
        }
      }
      return true;
    }

    /** The first of the places that it can be kept at. */
    private int set(int capacity) {
      return (int) hash & (capacity - WAYS);
    }

    /** What is written beside an entry, so that most others need not be looked at. */
    private int tag() {
      return (int) (hash >>> Integer.SIZE);
    }
  }

  private static final class Entry<T> {
    private final Key key;
    private final T value;

    Entry(Key key, T value) {
      this.key = key;
      this.value = value;
    }
  }

  /**
   * Nothing so far.
   *
   * @param capacity how many classes are kept at most; a power of two
   */
  @SuppressWarnings({"unchecked", "rawtypes"})
  BoundedCache(int capacity) {
    this.capacity = capacity;
    this.entries = new Entry[capacity];
    this.tags = new int[capacity];
  }

  /** Another number for each, of which all bits depend on those of the number. */
  static long mix(long number) {
    long product = number * MULTIPLIER;
    return product ^ (product >>> Integer.SIZE);
  }

  /** What is kept of a class, or null. */
  @Nullable T get(Key key) {
    int tag = key.tag();
    int set = key.set(capacity);
    for (int i = set; i < set + WAYS; i++) {
      if (tags[i] == tag) {
        Entry<T> entry = entries[i];
        if (entry != null && entry.key.isSameAs(key)) {
          return entry.value;
        }
      }
    }
    return null;
  }

  /** Keeps something; where no place is free, in that of another. */
  T put(Key key, T value) {
    int first = key.set(capacity);
    // not always the oldest: of one too many that are asked for in turn, none would ever be found
    int set = first + (key.tag() & (WAYS - 1));
    for (int i = first; i < first + WAYS; i++) {
      if (entries[i] == null) {
        set = i;
        break;
      }
    }
    entries[set] = new Entry<>(key, value);
    tags[set] = key.tag();
    return value;
  }
}
