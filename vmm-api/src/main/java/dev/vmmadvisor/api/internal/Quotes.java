package dev.vmmadvisor.api.internal;

/** Quotes and escapes untrusted text for messages of one line. */
public final class Quotes {

  private static final int MAX_SHOWN = 60; // maximum characters of an invalid text in a message

  private Quotes() {}

  /**
   * {@return the beginning of a text in quotes, escaped like {@link #quoted}, for messages about an
   * invalid text that may be very long}
   *
   * @param text the text
   */
  public static String shortlyQuoted(String text) {
    return quoted(cut(text));
  }

  /**
   * {@return the beginning of a text, followed by {@code ...} if it is truncated}
   *
   * @param text the text
   */
  public static String cut(String text) {
    if (text.length() <= MAX_SHOWN) {
      return text;
    }
    boolean splits = Character.isHighSurrogate(text.charAt(MAX_SHOWN - 1));
    return text.substring(0, splits ? MAX_SHOWN - 1 : MAX_SHOWN) + "...";
  }

  /**
   * {@return a text in quotes, with quotes, backslashes and invisible characters escaped}
   *
   * @param text the text
   */
  public static String quoted(String text) {
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

  /**
   * {@return a text with all invisible characters escaped, including line breaks}
   *
   * @param text the text
   */
  public static String oneLine(String text) {
    return Escapes.line(text);
  }

  private static void append(StringBuilder line, int c) {
    if (Escapes.isEscaped(c)) {
      Escapes.append(line, c);
    } else {
      line.appendCodePoint(c);
    }
  }

  /**
   * Appends a field to a path: after a dot, or in brackets if its name has other characters than
   * ASCII letters, digits, {@code _} and {@code -}.
   *
   * @param path the path
   * @param name the name of the field
   */
  public static void appendField(StringBuilder path, String name) {
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
