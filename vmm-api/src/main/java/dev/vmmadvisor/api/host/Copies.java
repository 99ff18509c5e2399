package dev.vmmadvisor.api.host;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Defensive copies of the optional lists of a host. */
final class Copies {

  private Copies() {}

  /**
   * Returns whether a list is absent or immutable; {@link List#copyOf} then returns the same list.
   */
  @SuppressWarnings("ReferenceEquality") // List.copyOf returns its argument when that is immutable
  static boolean isCopy(@Nullable List<?> list) {
    return list == null || List.copyOf(list) == list;
  }
}
