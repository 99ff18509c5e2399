package dev.vmmadvisor.api.host;

import java.util.Optional;

/** Parses the names of Apple's M series chips, such as {@code Apple M3 Pro}. */
final class AppleChip {

  private static final String MAKER = "Apple ";
  private static final int MAX_DIGITS = 3;

  private AppleChip() {}

  /** Returns the generation of a chip, or empty if it is not one of the M series. */
  static Optional<Integer> generation(String chip) {
    int series = chip.regionMatches(true, 0, MAKER, 0, MAKER.length()) ? MAKER.length() : 0;
    if (series >= chip.length() || (chip.charAt(series) != 'M' && chip.charAt(series) != 'm')) {
      return Optional.empty();
    }
    int end = series + 1;
    int generation = 0;
    while (end < chip.length() && isDigit(chip.charAt(end)) && end - series <= MAX_DIGITS) {
      generation = 10 * generation + (chip.charAt(end) - '0');
      end++;
    }
    boolean isNumber = generation > 0 && chip.charAt(series + 1) != '0';
    boolean isWholeWord = end == chip.length() || !isPartOfWord(chip.charAt(end));
    return isNumber && isWholeWord ? Optional.of(generation) : Optional.empty();
  }

  private static boolean isPartOfWord(char character) {
    return isDigit(character)
        || character == '_'
        || (character >= 'a' && character <= 'z')
        || (character >= 'A' && character <= 'Z');
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }
}
