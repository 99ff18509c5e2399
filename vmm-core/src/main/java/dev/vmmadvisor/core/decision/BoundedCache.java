package dev.vmmadvisor.core.decision;

import dev.vmmadvisor.api.advice.Goal;
import org.jspecify.annotations.Nullable;

/**
 * A lock-free, set-associative cache of immutable values, keyed by a class of hosts and a goal.
 *
 * <p>A new entry evicts another one if its set is full. Entries are immutable and a lost update
 * only causes a recomputation, so the cache is safe to share between threads.
 *
 * @param <T> the type of the values, immutable
 */
final class BoundedCache<T> {

  /** The number of slots in a set; a power of two. */
  private static final int WAYS = 8;

  // odd, with bits spread over the word: the upper bits of a product depend on all lower bits
  static final long MULTIPLIER = 0x9E3779B97F4A7C15L;
  static final long INCREMENT = 0xC2B2AE3D27D4EB4FL;

  private final int capacity;
  private final @Nullable Entry<T>[] entries;
  private final int[] tags;

  /** The equivalence class of a host, with a goal. */
  static final class Key {
    private final long[] row;
    private final long @Nullable [] bits; // a mask for each number of the row; null for all bits
    private final Goal goal;
    private final long hash;

    /**
     * Creates a key of all bits of a row.
     *
     * @param row the numbers of the class; must not be changed afterwards
     * @param goal the goal of the ranking
     */
    Key(long[] row, Goal goal) {
      this(row, null, goal);
    }

    /**
     * Creates a key of some bits of a row.
     *
     * @param row the numbers of the class; must not be changed afterwards
     * @param bits the mask for each number of the row, the same for all keys; null for all bits
     * @param goal the goal of the ranking
     */
    Key(long[] row, long @Nullable [] bits, Goal goal) {
      this.row = row;
      this.bits = bits;
      this.goal = goal;
      this.hash = hash();
    }

    // mixes each number on its own, so that the multiplications do not wait for each other
    private long hash() {
      long sum = goal.id().hashCode();
      long offset = 0;
      for (int i = 0; i < row.length; i++) {
        offset += INCREMENT;
        sum += mix(number(i) ^ offset);
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

    /** The first slot of the set of this key. */
    private int firstSlot(int capacity) {
      return (int) hash & (capacity - WAYS);
    }

    /** The upper half of the hash, which is compared before the key itself. */
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
   * Creates an empty cache.
   *
   * @param capacity the maximum number of entries; a power of two, at least {@value #WAYS}
   */
  @SuppressWarnings({"unchecked", "rawtypes"})
  BoundedCache(int capacity) {
    this.capacity = capacity;
    this.entries = new Entry[capacity];
    this.tags = new int[capacity];
  }

  /** Permutes the numbers so that every bit of the result depends on the bits of the argument. */
  static long mix(long number) {
    long product = number * MULTIPLIER;
    return product ^ (product >>> Integer.SIZE);
  }

  /** The cached value of a key, or null. */
  @Nullable T get(Key key) {
    int tag = key.tag();
    int first = key.firstSlot(capacity);
    for (int i = first; i < first + WAYS; i++) {
      if (tags[i] == tag) {
        Entry<T> entry = entries[i];
        if (entry != null && entry.key.isSameAs(key)) {
          return entry.value;
        }
      }
    }
    return null;
  }

  /** Caches a value and returns it. If the set is full, another entry is evicted. */
  T put(Key key, T value) {
    int first = key.firstSlot(capacity);
    // pseudo-random eviction: with the oldest first, WAYS + 1 keys in turn would never hit
    int slot = first + (key.tag() & (WAYS - 1));
    for (int i = first; i < first + WAYS; i++) {
      if (entries[i] == null) {
        slot = i;
        break;
      }
    }
    entries[slot] = new Entry<>(key, value);
    tags[slot] = key.tag();
    return value;
  }
}
