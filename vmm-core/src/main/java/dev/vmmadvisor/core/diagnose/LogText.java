package dev.vmmadvisor.core.diagnose;

/**
 * A text in which literal fragments are looked for: without upper case, and with one blank for any
 * run of white space, so that neither case nor the wrapping of lines matters. Everything is done in
 * time linear in its length.
 */
final class LogText {

  /** How many characters of a text are looked at: its last ones, as logs end with the newest. */
  static final int MOST = 1 << 20;

  private final String text;

  private LogText(String text) {
    this.text = text;
  }

  static LogText of(String raw) {
    return new LogText(plain(isCut(raw) ? raw.substring(raw.length() - MOST) : raw));
  }

  /** Whether a part of a text is not looked at. */
  static boolean isCut(String raw) {
    return raw.length() > MOST;
  }

  /** Whether a fragment is anywhere in the text; one without any letter or sign is nowhere. */
  boolean contains(String fragment) {
    String plain = plain(fragment).strip();
    return !plain.isEmpty() && text.contains(plain);
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
