package dev.vmmadvisor.api.json;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names that have stood in an object so far. Most objects have few. */
final class Names {

  private static final int FEW = 16;

  private final String[] few = new String[FEW];
  private int size;
  private @Nullable Set<String> many;

  /** Adds a name; false if it has stood there before. */
  boolean add(String name) {
    for (int i = 0; i < size; i++) {
      if (few[i].equals(name)) {
        return false;
      }
    }
    if (size < FEW) {
      few[size++] = name;
      return true;
    }
    Set<String> rest = many == null ? new HashSet<>() : many;
    many = rest;
    return rest.add(name);
  }

  /** Forgets them all, for another object. */
  void clear() {
    Arrays.fill(few, 0, size, null);
    size = 0;
    many = null;
  }
}
