package dev.vmmadvisor.core.text;

import dev.vmmadvisor.api.catalog.Severity;
import java.util.List;

/** Prints a page as text in lines that are not too long. */
final class TextRenderer {

  private static final int WIDTH = 80; // columns
  private static final String CLOSING = ",.;:?!)]}%”’，。、；：？！）》」』】";
  private static final String OPENING = "([{“‘（《「『【";
  private static final String PLAIN = "\u001B[0m";

  private final boolean coloured;
  private final StringBuilder text = new StringBuilder();
  private int detailIndent = 2;

  TextRenderer(boolean coloured) {
    this.coloured = coloured;
  }

  String print(List<Document.Block> blocks) {
    Document.Kind before = null;
    for (Document.Block block : blocks) {
      if (before != null && isApart(before, block.kind())) {
        text.append('\n');
      }
      print(block);
      before = block.kind();
    }
    return text.toString();
  }

  private static boolean isApart(Document.Kind before, Document.Kind kind) {
    return switch (kind) {
      case LEAD, PARAGRAPH, HEADING -> true;
      case ITEM, NUMBERED -> before == Document.Kind.LEAD || before == Document.Kind.PARAGRAPH;
      case DETAIL, SUBITEM -> false;
    };
  }

  private void print(Document.Block block) {
    String label = shown(block.label());
    String words = Document.joined(label, shown(block.text()));
    switch (block.kind()) {
      case LEAD, PARAGRAPH, HEADING -> lines("", 0, words);
      case ITEM -> {
        detailIndent = 2;
        int start = text.length() + 2;
        lines("- ", 2, words);
        if (coloured && !label.isEmpty()) {
          text.insert(start + label.length(), PLAIN);
          text.insert(start, colour(block.severity()));
        }
      }
      case NUMBERED -> {
        detailIndent = 3;
        lines("", 3, words);
      }
      case DETAIL -> lines(" ".repeat(detailIndent), detailIndent, words);
      case SUBITEM -> lines("    ", 4, words);
    }
  }

  private static String colour(Severity severity) {
    return switch (severity) {
      case BLOCKER, SERIOUS -> "\u001B[1;31m";
      case WARNING -> "\u001B[33m";
      case INFO -> "\u001B[36m";
    };
  }

  /** Appends words, broken where a line gets too long; what follows is indented. */
  private void lines(String start, int indent, String words) {
    String margin = start;
    int from = 0;
    do {
      int end = endOfLine(words, from, WIDTH - margin.length());
      text.append(margin).append(words, from, end).append('\n');
      from = end;
      while (from < words.length() && words.charAt(from) == ' ') {
        from++;
      }
      margin = " ".repeat(indent);
    } while (from < words.length());
  }

  /** A text as a terminal shows it: without marks, and with everything escaped that is not seen. */
  static String shown(String marked) {
    StringBuilder words = new StringBuilder();
    CodeSpans.takeApart(
        marked,
        new CodeSpans.Parts() {
          @Override
          public void words(String text) {
            words.append(text);
          }

          @Override
          public void code(String text) {
            words.append(text);
          }
        });
    return words.toString();
  }

  private static int endOfLine(String words, int from, int width) {
    int columns = 0;
    int last = -1;
    for (int i = from; i < words.length(); i += Character.charCount(words.codePointAt(i))) {
      if (i > from && canBreak(words, i)) {
        last = i;
      }
      int character = words.codePointAt(i);
      columns += TextWidth.isWide(character) ? 2 : 1;
      if (columns > width && last >= 0 && character != ' ') {
        return last;
      }
    }
    return words.length();
  }

  /** Whether a line can end before a character: at a space, and beside characters of Chinese. */
  private static boolean canBreak(String words, int at) {
    int character = words.codePointAt(at);
    int before = words.codePointBefore(at);
    if (character == ' ' || before == ' ') {
      return character == ' ' && before != ' ';
    }
    return (TextWidth.isWide(before) || TextWidth.isWide(character))
        && CLOSING.indexOf(character) < 0
        && OPENING.indexOf(before) < 0;
  }
}
