package dev.vmmadvisor.api.json;

import java.util.Locale;

/** Shows what stands in a document in messages that stay on one line. */
final class Quotes {

  private Quotes() {}

  /** A text in quotes, with everything that would leave the line or the quotes escaped. */
  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
              } else {
                append(quoted, c);
              }
            });
    return quoted.append('"').toString();
  }

  /** A text with everything that would leave the line escaped. */
  static String oneLine(String text) {
    StringBuilder line = new StringBuilder();
    text.codePoints().forEach(c -> append(line, c));
    return line.toString();
  }

  private static void append(StringBuilder line, int c) {
    if (Character.isISOControl(c) || c == 0x2028 || c == 0x2029) {
      line.append(String.format(Locale.ROOT, "\\u%04x", c));
    } else {
      line.appendCodePoint(c);
    }
  }

  /** Appends a field to a path: with a dot, or in brackets if its name is not a plain word. */
  static void appendField(StringBuilder path, String name) {
    boolean plain = !name.isEmpty() && name.codePoints().allMatch(Quotes::isPlain);
    if (plain) {
      path.append('.').append(name);
    } else {
      path.append('[').append(quoted(name)).append(']');
    }
  }

  private static boolean isPlain(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '-';
  }
}
