package dev.vmmadvisor.api.internal;

/** Shows what others wrote in messages that stay on one line. */
public final class Quotes {

  private static final int SHOWN = 60; // characters that a message shows of a text that is wrong

  private Quotes() {}

  /**
   * {@return the beginning of a text in quotes, with everything that would leave the line or the
   * quotes escaped, for messages about a text that is wrong and may be very long}
   *
   * @param text the text
   */
  public static String shortlyQuoted(String text) {
    return quoted(cut(text));
  }

  /**
   * {@return the beginning of a text, with dots where the rest is cut off}
   *
   * @param text the text
   */
  public static String cut(String text) {
    if (text.length() <= SHOWN) {
      return text;
    }
    boolean splits = Character.isHighSurrogate(text.charAt(SHOWN - 1));
    return text.substring(0, splits ? SHOWN - 1 : SHOWN) + "...";
  }

  /**
   * {@return a text in quotes, with everything that would leave the line or the quotes escaped}
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
   * {@return a text with everything that would leave the line escaped}
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
   * Appends a field to a path: with a dot, or in brackets if its name is not a plain word.
   *
   * @param path the path so far
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
