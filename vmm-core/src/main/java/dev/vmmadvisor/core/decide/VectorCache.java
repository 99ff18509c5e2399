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
  private static final int NEIGHBOURS = 4;

  private final @Nullable Entry[] entries;

  private static final class Entry {
    private final long of;
    private final long[] vectors;

    Entry(long of, long[] vectors) {
      this.of = of;
      this.vectors = vectors;
    }
  }

  /**
   * Nothing so far.
   *
   * @param most of how many classes they are kept at most; a power of two, at least 4
   */
  VectorCache(int most) {
    this.entries = new @Nullable Entry[most];
  }

  private int first(long of) {
    return (int) BoundedCache.spread(of) & (entries.length - NEIGHBOURS);
  }

  /** The vectors of a class, or null. */
  long @Nullable [] get(long of) {
    int first = first(of);
    for (int i = first; i < first + NEIGHBOURS; i++) {
      Entry entry = entries[i];
      if (entry == null) {
        return null;
      }
      if (entry.of == of) {
        return entry.vectors;
      }
    }
    return null;
  }

  /** Keeps the vectors of a class; where no place is free, in that of another. */
  void put(long of, long[] vectors) {
    int first = first(of);
    int place = first + (int) (of & (NEIGHBOURS - 1)); // not always the oldest
    for (int i = first; i < first + NEIGHBOURS; i++) {
      if (entries[i] == null) {
        place = i;
        break;
      }
    }
    entries[place] = new Entry(of, vectors);
  }
}
