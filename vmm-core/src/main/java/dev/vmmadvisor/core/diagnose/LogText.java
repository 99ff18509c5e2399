package dev.vmmadvisor.core.diagnose;

/**
 * A text in which literal fragments are looked for: without upper case, and with one blank for any
 * run of white space, so that neither case nor the wrapping of lines matters. Everything is done in
 * time linear in its length.
 */
final class LogText {

  /** How many characters of a text are looked at: its last ones, as logs end with the newest. */
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
    // the text as it is comes first, as a backslash or an angle bracket can also mean itself
    return new LogText(
        cleaned.equals(end) ? plain(end) : plain(end) + " " + SEPARATOR + " " + plain(cleaned));
  }

  /** Whether a part of a text is not looked at. */
  static boolean isCut(String raw) {
    return raw.length() > MAX;
  }

  /** Where a plain fragment is next, from a place on; -1 if nowhere. */
  int find(String plainFragment, int from) {
    return text.indexOf(plainFragment, from);
  }

  /** Where a name stands next, from a place on, as a word of its own; -1 if nowhere. */
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
   * The text without what copying adds to a message: the escapes of JSON, the colours of a
   * terminal, and the marks of quoted lines.
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
        i++; // as often as the message was put into another
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
        // one character for one, whatever stands beside it, so that what is contained stays so
        plain.appendCodePoint(Character.toLowerCase(Character.toUpperCase(character)));
      } else if (!wasBlank) {
        plain.append(' ');
      }
    }
    return plain.toString();
  }
}
