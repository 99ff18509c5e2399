package dev.vmmadvisor.core.text;

/** How many columns of a terminal characters take. */
final class TextWidth {

  /** First and last of each block of characters that take two columns. */
  private static final int[][] WIDE = {
    {0x1100, 0x115F},
    {0x2E80, 0x303E},
    {0x3041, 0xA4CF},
    {0xAC00, 0xD7A3},
    {0xF900, 0xFAFF},
    {0xFE30, 0xFE6F},
    {0xFF00, 0xFF60},
    {0xFFE0, 0xFFE6},
    {0x1F300, 0x1FAFF},
    {0x20000, 0x3FFFD},
  };

  private TextWidth() {}

  /** The columns of a text. */
  static int of(String text) {
    return text.codePoints().map(character -> isWide(character) ? 2 : 1).sum();
  }

  /** Whether a character takes two columns, as those of Chinese do. */
  static boolean isWide(int character) {
    for (int[] block : WIDE) {
      if (character >= block[0] && character <= block[1]) {
        return true;
      }
    }
    return false;
  }
}
