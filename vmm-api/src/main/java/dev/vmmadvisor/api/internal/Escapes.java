package dev.vmmadvisor.api.internal;

import java.util.Locale;

/**
 * Escapes invisible characters: control characters, bidirectional controls and characters without
 * width. Untrusted text can contain them. They are written as the escape sequences of JSON, such as
 * {@code \}{@code u202e}, one for each UTF-16 unit.
 *
 * <p>Letters, marks and emoji are not escaped. The joiner between two emoji is escaped, because it
 * can also be used to hide text.
 */
public final class Escapes {

  /**
   * The first and the last character of each block beyond ASCII that is escaped: the "default
   * ignorable" characters of Unicode except variation selectors, line separators, annotations and
   * noncharacters. The table is explicit because the data of the JDK differ between its versions.
   */
  private static final int[][] BLOCKS = {
    {0x7F, 0x9F}, // DEL and C1
    {0xAD, 0xAD}, // soft hyphen
    {0x34F, 0x34F}, // grapheme joiner
    {0x61C, 0x61C}, // Arabic letter mark
    {0x115F, 0x1160}, // Hangul fillers
    {0x17B4, 0x17B5}, // Khmer inherent vowels
    {0x180E, 0x180E}, // Mongolian vowel separator
    {0x200B, 0x200F}, // zero-width characters, directional marks
    {0x2028, 0x202E}, // line and paragraph separators, bidirectional controls
    {0x2060, 0x206F}, // word joiner, bidirectional isolates
    {0x3164, 0x3164}, // Hangul filler
    {Character.MIN_SURROGATE, Character.MAX_SURROGATE}, // unpaired surrogates
    {0xFDD0, 0xFDEF}, // noncharacters
    {0xFEFF, 0xFEFF}, // byte order mark
    {0xFFA0, 0xFFA0}, // Hangul filler
    {0xFFF0, 0xFFFB}, // annotations
    {0x1BCA0, 0x1BCA3}, // shorthand format controls
    {0x1D173, 0x1D17A}, // musical symbol controls
    {0xE0000, 0xE0FFF}, // tags
  };

  private Escapes() {}

  /**
   * {@return whether a character is escaped}
   *
   * @param codePoint the character
   */
  public static boolean isEscaped(int codePoint) {
    if (codePoint < 0x7F) {
      return codePoint < ' ';
    }
    if ((codePoint & 0xFFFE) == 0xFFFE) {
      return true; // a noncharacter
    }
    for (int[] block : BLOCKS) {
      if (codePoint <= block[1]) {
        return codePoint >= block[0];
      }
    }
    return false;
  }

  /**
   * {@return a text on one line, with all invisible characters escaped}
   *
   * @param text the text
   */
  public static String line(String text) {
    return escaped(text, false);
  }

  /**
   * {@return a text with all invisible characters except line feeds escaped}
   *
   * <p>The meaning of a JSON document does not change, as such characters occur only in its
   * strings.
   *
   * @param text the text
   */
  public static String lines(String text) {
    return escaped(text, true);
  }

  private static String escaped(String text, boolean lines) {
    StringBuilder escaped = null;
    int done = 0;
    int next;
    for (int i = 0; i < text.length(); i = next) {
      char unit = text.charAt(i);
      next = i + 1;
      if ((unit >= ' ' && unit < 0x7F) || (unit == '\n' && lines)) {
        continue;
      }
      int codePoint = text.codePointAt(i);
      next = i + Character.charCount(codePoint);
      if (isEscaped(codePoint)) {
        escaped = escaped == null ? new StringBuilder(text.length() + 16) : escaped;
        escaped.append(text, done, i);
        append(escaped, codePoint);
        done = next;
      }
    }
    return escaped == null ? text : escaped.append(text, done, text.length()).toString();
  }

  /**
   * Appends the escape sequence of a character.
   *
   * @param text the target
   * @param codePoint the character
   */
  static void append(StringBuilder text, int codePoint) {
    for (char unit : Character.toChars(codePoint)) {
      text.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
    }
  }
}
