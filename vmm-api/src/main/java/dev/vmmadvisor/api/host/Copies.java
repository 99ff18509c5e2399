package dev.vmmadvisor.api.host;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Defensive copies of the optional lists of a host. */
final class Copies {

  private Copies() {}

  /** Whether a list is absent or cannot be changed by anyone; {@link List#copyOf} tells. */
  @SuppressWarnings("ReferenceEquality") // List.copyOf returns its argument when that is immutable
  static boolean isCopy(@Nullable List<?> list) {
    return list == null || List.copyOf(list) == list;
  }
}
