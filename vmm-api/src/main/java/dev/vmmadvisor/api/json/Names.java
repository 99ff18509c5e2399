package dev.vmmadvisor.api.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names that have stood so far in each of the objects that are open. */
final class Names {

  private final List<OfObject> objects = new ArrayList<>(); // outermost first; used again
  private int open;

  /** An object begins. */
  void open() {
    if (open == objects.size()) {
      objects.add(new OfObject());
    }
    objects.get(open++).clear();
  }

  /** Adds a name to the innermost object; false if it has stood there before. */
  boolean add(String name) {
    return objects.get(open - 1).add(name);
  }

  /** The innermost object ends. */
  void close() {
    open--;
  }

  /** The names of one object. Most objects have few. */
  private static final class OfObject {

    private static final int FEW = 16;

    private final String[] few = new String[FEW];
    private int size;
    private long seen; // a bit for each, so that most others need not be looked at
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
