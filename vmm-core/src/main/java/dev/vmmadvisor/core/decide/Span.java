package dev.vmmadvisor.core.decide;

/**
 * A class of values, in words.
 *
 * @param word what it is called if it is no interval; otherwise empty
 * @param lower the lower end of an interval, such as {@code 4.35.0} or {@code above 11}; empty if
 *     open
 * @param upper the upper end of an interval, such as {@code below 4.44.0}; empty if open
 * @param upwards what follows the lower end where the upper is open, such as {@code or later}
 */
record Span(String word, String lower, String upper, String upwards) {

  static Span of(String word) {
    return new Span(word, "", "", "");
  }

  boolean isInterval() {
    return word.isEmpty();
  }

  /** This interval and the one that follows it as one. */
  Span joined(Span next) {
    return new Span("", lower, next.upper, upwards);
  }

  String label() {
    if (!isInterval()) {
      return word;
    }
    if (lower.isEmpty()) {
      return upper.isEmpty() ? "any" : upper;
    }
    if (upper.isEmpty()) {
      return lower + " " + upwards;
    }
    return lower + (upper.startsWith("up to ") ? " " : " and ") + upper;
  }
}
