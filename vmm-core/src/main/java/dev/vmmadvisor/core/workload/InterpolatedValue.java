package dev.vmmadvisor.core.workload;

import java.util.List;

/**
 * A value of a compose file with its variables filled in. What a variable holds can be secret, so
 * messages quote the {@link #written() text as written}.
 *
 * @param value the value; {@link #GAP} represents each variable that is not known
 * @param missing the first variables that are not known, in the order in which they stand
 * @param written the text of the file, with the names of its variables
 */
record InterpolatedValue(String value, List<String> missing, String written) {

  /** Stands for a value that is not known; no character of any text. */
  static final char GAP = '\uFFFF';

  InterpolatedValue {
    missing = List.copyOf(missing);
  }

  /** A text without variables. */
  static InterpolatedValue of(String value) {
    return new InterpolatedValue(value, List.of(), value);
  }

  /** A part of the value, or what is made of it. */
  InterpolatedValue with(String part) {
    return new InterpolatedValue(part, missing, written.equals(value) ? part : written);
  }

  /** Whether the whole value is known. */
  boolean isKnown() {
    return value.indexOf(GAP) < 0;
  }
}
