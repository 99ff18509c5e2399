package dev.vmmadvisor.core.text;

import java.util.List;
import java.util.regex.Pattern;

/** Prints a page in Markdown. What is no mark-up of the page does not become any. */
final class MarkdownRenderer {

  private static final String SPECIAL = "\\`*[<|~";
  private static final Pattern LIST = Pattern.compile("\\A([0-9]+)([.)])( .*|$)", Pattern.DOTALL);

  private final StringBuilder text = new StringBuilder();
  private String margin = "  "; // of what belongs to the last item

  String print(List<Document.Block> blocks) {
    Document.Kind before = null;
    for (Document.Block block : blocks) {
      if (before != null && !(isOfList(before) && isOfList(block.kind()))) {
        text.append('\n');
      }
      print(block);
      before = block.kind();
    }
    return text.toString();
  }

  private static boolean isOfList(Document.Kind kind) {
    return switch (kind) {
      case LEAD, PARAGRAPH, HEADING -> false;
      case ITEM, NUMBERED, DETAIL, SUBITEM -> true;
    };
  }

  private void print(Document.Block block) {
    switch (block.kind()) {
      case LEAD -> text.append(heading("# ", block.text()));
      case HEADING -> text.append(heading("## ", withoutColon(block.text())));
      case PARAGRAPH -> line("", block);
      case ITEM -> {
        margin = "  ";
        line("- ", block);
      }
      case NUMBERED -> {
        margin = " ".repeat(block.label().length() + 1);
        line(block.label() + " ", block.text());
      }
      case DETAIL -> {
        if (!escaped(block.text()).isBlank()) {
          text.insert(text.length() - 1, '\\'); // a line break inside the item
          line(margin, block.text());
        }
      }
      case SUBITEM -> line(margin + "- ", block);
    }
  }

  private void line(String start, Document.Block block) {
    if (block.label().isEmpty()) {
      line(start, block.text());
    } else {
      // behind a space, as otherwise the end of what is bold is not seen before Chinese
      text.append(start)
          .append("**")
          .append(block.kind() == Document.Kind.ITEM ? block.label() : escaped(block.label()))
          .append("** ")
          .append(escaped(block.text()))
          .append('\n');
    }
  }

  private void line(String start, String words) {
    text.append(start).append(withStartEscaped(escaped(words))).append('\n');
  }

  /** A heading, with its line break. */
  static String heading(String start, String words) {
    return start + withEndEscaped(withStartEscaped(escaped(words))) + "\n";
  }

  /** So that number signs at the end of a heading are seen. */
  private static String withEndEscaped(String words) {
    return words.endsWith("#") && !words.equals("\\#") // escaped already
        ? words.substring(0, words.length() - 1) + "\\#"
        : words;
  }

  private static String withoutColon(String heading) {
    return heading.endsWith(":") || heading.endsWith("：")
        ? heading.substring(0, heading.length() - 1)
        : heading;
  }

  private static String escaped(String marked) {
    StringBuilder escaped = new StringBuilder();
    CodeSpans.takeApart(
        marked,
        new CodeSpans.Parts() {
          private boolean isBehindCode;

          @Override
          public void words(String text) {
            isBehindCode &= text.isEmpty();
            appendWords(escaped, text);
          }

          @Override
          public void code(String text) {
            escaped.append(isBehindCode ? " " : ""); // or their backticks would run together
            isBehindCode = true;
            appendCode(escaped, text);
          }
        });
    return escaped.toString();
  }

  private static void appendWords(StringBuilder escaped, String words) {
    for (int i = 0; i < words.length(); i++) {
      char character = words.charAt(i);
      boolean special =
          SPECIAL.indexOf(character) >= 0
              || (character == '_' && !isInsideWord(words, i))
              || (character == '&' && i + 1 < words.length() && words.charAt(i + 1) != ' ');
      escaped.append(special ? "\\" : "").append(character);
    }
  }

  /** Appends code between more backticks than it has; blanks keep those at its ends apart. */
  private static void appendCode(StringBuilder escaped, String code) {
    if (code.isBlank()) {
      escaped.append(code); // there is no such code
      return;
    }
    String fence = "`";
    while (code.contains(fence)) {
      fence += "`";
    }
    boolean isApart =
        "` ".indexOf(code.charAt(0)) >= 0 || "` ".indexOf(code.charAt(code.length() - 1)) >= 0;
    String space = isApart ? " " : "";
    escaped.append(fence).append(space).append(code).append(space).append(fence);
  }

  private static boolean isInsideWord(String words, int at) {
    return at > 0
        && at + 1 < words.length()
        && Character.isLetterOrDigit(words.charAt(at - 1))
        && Character.isLetterOrDigit(words.charAt(at + 1));
  }

  /** So that a text does not begin a heading, a quotation or a list. */
  private static String withStartEscaped(String words) {
    if (words.isEmpty()) {
      return words;
    }
    if ("#>+-=".indexOf(words.charAt(0)) >= 0) {
      return "\\" + words;
    }
    return LIST.matcher(words).replaceFirst("$1\\\\$2$3");
  }
}
