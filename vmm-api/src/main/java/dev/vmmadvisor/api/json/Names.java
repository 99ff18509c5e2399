package dev.vmmadvisor.api.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names of the fields read so far, for each object that is being read. Detects duplicates. */
final class Names {

  private final List<OfObject> objects = new ArrayList<>(); // outermost first; reused
  private int open;

  /** Begins an object. */
  void open() {
    if (open == objects.size()) {
      objects.add(new OfObject());
    }
    objects.get(open++).clear();
  }

  /** Adds a name to the innermost object; returns false if it is a duplicate. */
  boolean add(String name) {
    return objects.get(open - 1).add(name);
  }

  /** Ends the innermost object. */
  void close() {
    open--;
  }

  /** The names of one object: an array for the first ones, and a set for the rest. */
  private static final class OfObject {

    private static final int FEW = 16;

    private final String[] few = new String[FEW];
    private int size;
    private long seen; // a Bloom filter of the array
    private @Nullable Set<String> many;

    boolean add(String name) {
      long bit = 1L << name.hashCode();
      if ((seen & bit) != 0 && isAmongFew(name)) {
        return false;
      }
      seen |= bit;
      if (size < FEW) {
        few[size++] = name;
        return true;
      }
      Set<String> rest = many == null ? new HashSet<>() : many;
      many = rest;
      return rest.add(name);
    }

    private boolean isAmongFew(String name) {
      for (int i = 0; i < size; i++) {
        if (few[i].equals(name)) {
          return true;
        }
      }
      return false;
    }

    void clear() {
      Arrays.fill(few, 0, size, null);
      size = 0;
      seen = 0;
      many = null;
    }
  }
}
