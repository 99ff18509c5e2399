package dev.vmmadvisor.core.decision;

import org.jspecify.annotations.Nullable;

/**
 * A lock-free, set-associative cache of bit vectors, keyed by a combination of value classes.
 *
 * <p>A new entry evicts another one if its set is full. Entries are immutable and a lost update
 * only causes a recomputation, so the cache is safe to share between threads.
 */
final class VectorCache {

  /** The number of slots in a set; a power of two. */
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
   * Creates an empty cache.
   *
   * @param capacity the maximum number of entries; a power of two, at least {@value #WAYS}
   */
  VectorCache(int capacity) {
    this.entries = new @Nullable Entry[capacity];
  }

  private int first(long key) {
    return (int) BoundedCache.mix(key) & (entries.length - WAYS);
  }

  /** The cached vectors of a key, or null. They must not be changed. */
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

  /** Caches the vectors of a key. If the set is full, another entry is evicted. */
  void put(long key, long[] vectors) {
    int first = first(key);
    int slot = first + (int) (key & (WAYS - 1)); // pseudo-random eviction, see BoundedCache.put
    for (int i = first; i < first + WAYS; i++) {
      if (entries[i] == null) {
        slot = i;
        break;
      }
    }
    entries[slot] = new Entry(key, vectors);
  }
}
