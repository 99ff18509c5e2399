package dev.vmmadvisor.core.workload;

import java.util.List;

/**
 * A value of a compose file with its variables filled in.
 *
 * @param value the value; {@link #GAP} stands in it for each variable that is not known
 * @param missing the first variables that are not known, in the order in which they stand
 */
record Text(String value, List<String> missing) {

  /** Stands for a value that is not known; no character of any text. */
  static final char GAP = '\uFFFF';

  Text {
    missing = List.copyOf(missing);
  }

  /** A text without variables. */
  static Text of(String value) {
    return new Text(value, List.of());
  }

  /** Whether the whole value is known. */
  boolean isKnown() {
    return value.indexOf(GAP) < 0;
  }
}
