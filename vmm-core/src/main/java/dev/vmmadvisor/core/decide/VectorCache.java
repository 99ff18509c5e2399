package dev.vmmadvisor.core.decide;

import org.jspecify.annotations.Nullable;

/**
 * The vectors of some classes of values, kept for the next host of the same class.
 *
 * <p>A limited number is kept; one is forgotten for another that falls on its place. Safe to share
 * between threads without locks: an entry is immutable, and one that another thread does not see
 * yet is only found out twice.
 */
final class VectorCache {

  /** How many places there are for classes that would fall on one. A power of two. */
  private static final int WAYS = 4;

  private final @Nullable Entry[] entries;

  private static final class Entry {
    private final long key;
    private final long[] vectors;

    Entry(long key, long[] vectors) {
      this.key = key;
      this.vectors = vectors;
    }
  }

  /**
   * Nothing so far.
   *
   * @param capacity of how many classes they are kept at most; a power of two, at least 4
   */
  VectorCache(int capacity) {
    this.entries = new @Nullable Entry[capacity];
  }

  private int first(long key) {
    return (int) BoundedCache.mix(key) & (entries.length - WAYS);
  }

  /** The vectors of a class, or null. */
  long @Nullable [] get(long key) {
    int first = first(key);
    for (int i = first; i < first + WAYS; i++) {
      Entry entry = entries[i];
      if (entry == null) {
        return null;
      }
      if (entry.key == key) {
        return entry.vectors;
      }
    }
    return null;
  }

  /** Keeps the vectors of a class; where no place is free, in that of another. */
  void put(long key, long[] vectors) {
    int first = first(key);
    int slot = first + (int) (key & (WAYS - 1)); // not always the oldest
    for (int i = first; i < first + WAYS; i++) {
      if (entries[i] == null) {
        slot = i;
        break;
      }
    }
    entries[slot] = new Entry(key, vectors);
  }
}
