package dev.vmmadvisor.core.workload;

import java.util.List;

/**
 * A value of a compose file after variable substitution. The value of a variable can be secret, so
 * messages quote the {@link #written() original text}.
 *
 * @param value the value, with {@link #GAP} for each unknown variable
 * @param missing the first unknown variables, in the order of the text
 * @param written the text of the file, with the names of its variables
 */
record InterpolatedValue(String value, List<String> missing, String written) {

  /** Replaces an unknown value; not a character of any text. */
  static final char GAP = '\uFFFF';

  InterpolatedValue {
    missing = List.copyOf(missing);
  }

  /** A text without variables. */
  static InterpolatedValue of(String value) {
    return new InterpolatedValue(value, List.of(), value);
  }

  /** A part of this value, or a value derived from it. */
  InterpolatedValue with(String part) {
    return new InterpolatedValue(part, missing, written.equals(value) ? part : written);
  }

  /** Whether the whole value is known. */
  boolean isKnown() {
    return value.indexOf(GAP) < 0;
  }
}
