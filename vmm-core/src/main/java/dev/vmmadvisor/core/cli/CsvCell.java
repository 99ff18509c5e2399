package dev.vmmadvisor.core.cli;

import dev.vmmadvisor.api.internal.Escapes;

/**
 * Formats text as CSV cells that remain text whichever separator the reading program uses: a comma,
 * a semicolon, a tab or a vertical bar.
 *
 * <p>Control characters, including line breaks and tabs, are escaped, so a record is one line. A
 * cell with a separator or a quote is quoted. Text that would start a formula, at the beginning of
 * a cell or after a separator in it, is preceded by an apostrophe.
 */
final class CsvCell {

  private static final String SEPARATORS = ",;|";
  // Some programs drop these characters in front of a formula.
  private static final String IGNORED_PREFIX = " \"'\u00A0";
  private static final String FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

  private CsvCell() {}

  /** The cell for a text. */
  static String of(String text) {
    String visible = Escapes.line(text);
    StringBuilder cell = new StringBuilder();
    boolean atStart = true;
    boolean quoted = false;
    for (int i = 0; i < visible.length(); i++) {
      char next = visible.charAt(i);
      if (atStart && FORMULA.indexOf(next) >= 0) {
        cell.append('\'');
      }
      boolean separates = SEPARATORS.indexOf(next) >= 0;
      atStart = separates || (atStart && IGNORED_PREFIX.indexOf(next) >= 0);
      quoted |= separates || next == '"';
      cell.append(next == '"' ? "\"\"" : next);
    }
    return quoted ? "\"" + cell + "\"" : cell.toString();
  }
}
