package dev.vmmadvisor.core.report;

/**
 * A normalized text in which literal fragments are searched: in lower case, with one blank for each
 * run of white space, so that neither case nor line wrapping matters. Immutable. All operations
 * take time linear in the length of the text.
 */
final class LogText {

  /**
   * The maximum number of characters that are searched: the last ones, because logs end with the
   * newest.
   */
  static final int MAX = 1 << 20;

  private static final char SEPARATOR = '\0';
  private static final char ESCAPE = '\033';

  private final String text;

  private LogText(String text) {
    this.text = text;
  }

  static LogText of(String raw) {
    String end = isCut(raw) ? raw.substring(raw.length() - MAX) : raw;
    String cleaned = cleaned(end);
    // the original text comes first, because a backslash or an angle bracket can also be literal
    return new LogText(
        cleaned.equals(end) ? plain(end) : plain(end) + " " + SEPARATOR + " " + plain(cleaned));
  }

  /** Whether a part of a text is not searched. */
  static boolean isCut(String raw) {
    return raw.length() > MAX;
  }

  /**
   * The index of the next occurrence of a normalized fragment, from an index on; -1 if there is
   * none.
   */
  int find(String plainFragment, int from) {
    return text.indexOf(plainFragment, from);
  }

  /**
   * The index of the next occurrence of a name as a separate word, from an index on; -1 if there is
   * none.
   */
  int word(String plainName, int from) {
    int start = text.indexOf(plainName, from);
    while (start >= 0 && !isWord(start, start + plainName.length())) {
      start = text.indexOf(plainName, start + 1);
    }
    return start;
  }

  private boolean isWord(int start, int end) {
    return (start == 0 || !isBefore(text.codePointBefore(start)))
        && (end == text.length() || !isOfWord(text.codePointAt(end)));
  }

  private static boolean isBefore(int character) {
    return isOfWord(character) || character == '.'; // as in the name of a process
  }

  private static boolean isOfWord(int character) {
    return Character.isLetterOrDigit(character) || character == '_' || character == '-';
  }

  /**
   * The text without what copying adds to it: escapes of JSON, colours of a terminal, and marks of
   * quoted lines.
   */
  private static String cleaned(String raw) {
    StringBuilder cleaned = new StringBuilder(raw.length());
    boolean lineStart = true;
    int i = 0;
    while (i < raw.length()) {
      char character = raw.charAt(i);
      char next = i + 1 < raw.length() ? raw.charAt(i + 1) : ' ';
      if (character == ESCAPE && next == '[') {
        i += 2;
        while (i < raw.length() && (raw.charAt(i) < '@' || raw.charAt(i) > '~')) {
          i++;
        }
        i++;
      } else if (character == '\\' && (next == 'n' || next == 'r' || next == 't')) {
        cleaned.append(' ');
        i += 2;
      } else if (character == '\\' && (next == '"' || next == '\\' || next == '/')) {
        i++; // repeatedly, because messages are nested
        if (next != '\\') {
          cleaned.append(next);
          i++;
        }
      } else {
        boolean quote = lineStart && (character == '>' || character == '|');
        cleaned.append(quote ? ' ' : character);
        lineStart = character == '\n' || (lineStart && (quote || character == ' '));
        i++;
      }
    }
    return cleaned.toString();
  }

  static String plain(String raw) {
    StringBuilder plain = new StringBuilder(raw.length());
    boolean blank = false;
    for (int i = 0; i < raw.length(); ) {
      int character = raw.codePointAt(i);
      i += Character.charCount(character);
      boolean wasBlank = blank;
      blank = Character.isWhitespace(character) || Character.isSpaceChar(character);
      if (!blank) {
        // character by character, so that a substring of a text is a substring of the result
        plain.appendCodePoint(Character.toLowerCase(Character.toUpperCase(character)));
      } else if (!wasBlank) {
        plain.append(' ');
      }
    }
    return plain.toString();
  }
}
