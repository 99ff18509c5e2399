package dev.vmmadvisor.core.cli;

import dev.vmmadvisor.api.internal.Escapes;

/**
 * Cells of a table in CSV that stay texts, whatever separates the cells for the program that reads
 * it: a comma, a semicolon, a tab or a vertical bar.
 *
 * <p>What is not seen is escaped, line breaks and tabs as well, so a record is one line. A cell
 * with a separator or a quote is quoted. What would start a formula, at the beginning of a cell and
 * behind each separator in it, gets an apostrophe in front.
 */
final class CsvCell {

  private static final String SEPARATORS = ",;|";
  private static final String PASSED_OVER = " \"'\u00A0"; // may be dropped in front of a formula
  private static final String FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

  private CsvCell() {}

  /** The cell of a text. */
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
      atStart = separates || (atStart && PASSED_OVER.indexOf(next) >= 0);
      quoted |= separates || next == '"';
      cell.append(next == '"' ? "\"\"" : next);
    }
    return quoted ? "\"" + cell + "\"" : cell.toString();
  }
}
