package dev.vmmadvisor.core.inventory;

import dev.vmmadvisor.core.input.TextEncoding;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A streaming reader of CSV records as in RFC 4180. Cells are separated by commas, or by semicolons
 * if the first line has more of them. A cell that contains a separator, a quote or a line end is
 * quoted.
 */
final class CsvRecords {

  /** The maximum number of characters in a record. */
  static final int MAX = 1 << 20;

  private static final int END = -1;

  private final BufferedReader reader;
  private final char separator;
  private int line = 1; // of the next character
  private int length; // of the record so far

  /**
   * Starts at the beginning of a table.
   *
   * @throws IOException if the stream cannot be read
   */
  CsvRecords(InputStream stream) throws IOException {
    this.reader =
        new BufferedReader(
            new InputStreamReader(TextEncoding.utf8(stream), StandardCharsets.UTF_8));
    this.separator = separator();
  }

  /**
   * A record.
   *
   * @param line the line on which it begins, from 1
   * @param cells its cells; none if it is too long or does not end
   * @param problem why it cannot be read; empty if it can be read
   * @param isCut whether the table ends within it
   */
  record Cells(int line, List<String> cells, String problem, boolean isCut) {

    /** Whether all cells are empty. */
    boolean isBlank() {
      return problem.isEmpty() && cells.stream().allMatch(String::isBlank);
    }
  }

  private char separator() throws IOException {
    reader.mark(MAX + 1);
    int commas = 0;
    int semicolons = 0;
    boolean isQuoted = false;
    for (int i = 0; i < MAX; i++) {
      int next = reader.read();
      if (next == END || (!isQuoted && (next == '\n' || next == '\r'))) {
        break;
      }
      isQuoted ^= next == '"';
      commas += !isQuoted && next == ',' ? 1 : 0;
      semicolons += !isQuoted && next == ';' ? 1 : 0;
    }
    reader.reset();
    return semicolons > commas ? ';' : ',';
  }

  /** The next record, or null at the end. */
  @Nullable Cells next() throws IOException {
    int first = line;
    length = 0;
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    int next = read();
    if (next == END) {
      return null;
    }
    while (true) {
      if (next == '"' && cell.isEmpty()) {
        next = quoted(cell);
        if (next == END && length <= MAX) {
          return new Cells(
              first,
              List.of(),
              "a quote is not closed; the rest from line " + first + " on was not read",
              true);
        }
      }
      while (length <= MAX && next != separator && next != '\n' && next != END) {
        cell.append((char) next);
        next = read();
      }
      if (length > MAX) {
        return tooLong(first, next);
      }
      cells.add(cell.toString().strip());
      cell.setLength(0);
      if (next != separator) {
        return new Cells(first, cells, "", false);
      }
      next = read();
    }
  }

  /** Reads up to the closing quote or the size limit, and returns the next character. */
  private int quoted(StringBuilder cell) throws IOException {
    int next = read();
    while (next != END && length <= MAX) {
      if (next == '"') {
        next = read();
        if (next != '"') {
          return next;
        }
      }
      cell.append((char) next);
      next = read();
    }
    return next;
  }

  /** Skips the rest of the line. */
  private Cells tooLong(int first, int last) throws IOException {
    int next = last;
    while (next != '\n' && next != END) {
      next = read();
    }
    int end = next == END ? line : line - 1;
    return new Cells(
        first,
        List.of(),
        "the record is too long, perhaps as a quote is not closed; lines "
            + first
            + " to "
            + end
            + " were not read; accepted: "
            + MAX
            + " characters at most",
        false);
  }

  /** The next character; every kind of line end is one \n. */
  private int read() throws IOException {
    int next = reader.read();
    if (next == '\r') {
      reader.mark(1);
      if (reader.read() != '\n') {
        reader.reset();
      }
      next = '\n';
    }
    line += next == '\n' ? 1 : 0;
    length++;
    return next;
  }
}
