package dev.vmmadvisor.api.internal;

import java.util.Locale;

/**
 * Makes characters visible that do something instead of being seen: control characters, those that
 * change the direction of writing, and those without width. Texts of others can hold them; whatever
 * is written for people or programs shows them as the escape sequences of JSON, such as {@code
 * \}{@code u202e}, one for each UTF-16 unit.
 *
 * <p>Letters, marks and emoji are left alone. The joiner between two emoji is escaped, as it cannot
 * be told from one that hides something.
 */
public final class Escapes {

  /**
   * First and last of each block of characters that are escaped beyond ASCII: what Unicode calls
   * "default ignorable", without the selectors that choose the form of an emoji or a letter, line
   * separators, annotations, and code points that are never characters. A table, as that of the JDK
   * differs between its versions.
   */
  private static final int[][] BLOCKS = {
    {0x7F, 0x9F}, // DEL and C1
    {0xAD, 0xAD}, // soft hyphen
    {0x34F, 0x34F}, // grapheme joiner
    {0x61C, 0x61C}, // Arabic letter mark
    {0x115F, 0x1160}, // Hangul fillers
    {0x17B4, 0x17B5}, // Khmer vowels that are not written
    {0x180E, 0x180E}, // Mongolian vowel separator
    {0x200B, 0x200F}, // no width, marks of direction
    {0x2028, 0x202E}, // line and paragraph separators, embedding and override of direction
    {0x2060, 0x206F}, // word joiner, isolation of direction
    {0x3164, 0x3164}, // Hangul filler
    {Character.MIN_SURROGATE, Character.MAX_SURROGATE}, // as code points only those without another
    {0xFDD0, 0xFDEF}, // no characters
    {0xFEFF, 0xFEFF}, // byte order mark
    {0xFFA0, 0xFFA0}, // Hangul filler
    {0xFFF0, 0xFFFB}, // annotations
    {0x1BCA0, 0x1BCA3}, // controls of shorthand
    {0x1D173, 0x1D17A}, // controls of music
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
      return true; // never a character
    }
    for (int[] block : BLOCKS) {
      if (codePoint <= block[1]) {
        return codePoint >= block[0];
      }
    }
    return false;
  }

  /**
   * {@return a text on one line, with everything escaped that is not seen}
   *
   * @param text the text
   */
  public static String line(String text) {
    return escaped(text, false);
  }

  /**
   * {@return a text with everything escaped that is not seen, except line feeds} Of a JSON document
   * it makes the same document: outside of its strings JSON has no such characters.
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
   * @param text what it is appended to
   * @param codePoint the character
   */
  static void append(StringBuilder text, int codePoint) {
    for (char unit : Character.toChars(codePoint)) {
      text.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
    }
  }
}
