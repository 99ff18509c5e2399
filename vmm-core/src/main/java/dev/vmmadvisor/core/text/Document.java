package dev.vmmadvisor.core.text;

import dev.vmmadvisor.api.catalog.Severity;
import java.util.ArrayList;
import java.util.List;

/**
 * An answer as a page: a first line that says what to do, paragraphs, headings and lists. It is
 * made once and printed as text or as Markdown. Each of them escapes what is not seen, such as
 * control characters, and what would become mark-up.
 *
 * <p>The texts are of one language; a page adds none of its own. A heading or label brings its
 * colon with it; Markdown drops that of headings. What is an id goes through {@link #code}. Not
 * safe to share between threads.
 */
public final class Document {

  /** What a block of a page is. */
  enum Kind {
    LEAD,
    PARAGRAPH,
    HEADING,
    ITEM,
    NUMBERED,
    DETAIL,
    SUBITEM
  }

  /**
   * A part of a page.
   *
   * @param kind what it is
   * @param label the text in front: a label, the number of an item, a severity; or empty
   * @param severity how much an item matters; {@link Severity#INFO} also where it has no severity
   * @param text what it says
   */
  record Block(Kind kind, String label, Severity severity, String text) {}

  private final List<Block> blocks = new ArrayList<>();
  private String headline = "";

  /** Makes an empty page. */
  public Document() {}

  /**
   * Marks an id, a path or anything else that is to be copied letter by letter.
   *
   * @param id what to mark
   * @return a text for a page
   */
  static String code(String id) {
    return CodeSpans.marked(id);
  }

  /** Adds the first line: what to do. */
  Document lead(String text) {
    return lead(text, text);
  }

  /** Adds the first line, of which only the first part says what to do. */
  Document lead(String whatToDo, String text) {
    headline = clean(whatToDo);
    return add(Kind.LEAD, "", Severity.INFO, text);
  }

  /** {@return what to do, in one line of any length} */
  public String headline() {
    return TextRenderer.shown(headline);
  }

  /** Adds a paragraph. */
  Document paragraph(String text) {
    return add(Kind.PARAGRAPH, "", Severity.INFO, text);
  }

  /** Adds a paragraph with a label in front, such as "Why:". */
  Document paragraph(String label, String text) {
    return add(Kind.PARAGRAPH, label, Severity.INFO, text);
  }

  /** Adds a heading. */
  Document heading(String text) {
    return add(Kind.HEADING, "", Severity.INFO, text);
  }

  /** Adds an item of a list. */
  Document item(String text) {
    return add(Kind.ITEM, "", Severity.INFO, text);
  }

  /** Adds an item of a list with its severity, which is shown as a word and not by colour alone. */
  Document item(Severity severity, String word, String text) {
    return add(Kind.ITEM, "[" + word + "]", severity, text);
  }

  /** Adds an item with a number. */
  Document numbered(int number, String text) {
    return add(Kind.NUMBERED, number + ".", Severity.INFO, text);
  }

  /** Adds more about the last item. */
  Document detail(String text) {
    return add(Kind.DETAIL, "", Severity.INFO, text);
  }

  /** Adds an item under the last item. */
  Document subitem(String text) {
    return add(Kind.SUBITEM, "", Severity.INFO, text);
  }

  /** Adds an item under the last item with a label in front: what it is about. */
  Document subitem(String label, String text) {
    return add(Kind.SUBITEM, label, Severity.INFO, text);
  }

  private Document add(Kind kind, String label, Severity severity, String text) {
    blocks.add(new Block(kind, clean(label), severity, clean(text)));
    return this;
  }

  /** On one line. What else would make a terminal do something, each format escapes. */
  private static String clean(String text) {
    StringBuilder clean = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      boolean isSpace = character >= '\t' && character <= '\r';
      if (!isSpace) {
        clean.append(character);
      } else if (clean.length() == 0 || clean.charAt(clean.length() - 1) != ' ') {
        clean.append(' ');
      }
    }
    int from = 0;
    int end = clean.length();
    while (from < end && clean.charAt(from) == ' ') {
      from++;
    }
    while (end > from && clean.charAt(end - 1) == ' ') {
      end--;
    }
    return clean.substring(from, end);
  }

  /** {@return the page as text in lines of at most 80 columns} */
  public String text() {
    return new TextRenderer(false).print(blocks);
  }

  /** {@return {@link #text()} with the severities also in colour, by ANSI escape sequences} */
  public String colouredText() {
    return new TextRenderer(true).print(blocks);
  }

  /** {@return the page in Markdown (CommonMark)} */
  public String markdown() {
    return new MarkdownRenderer().print(blocks);
  }

  /**
   * {@return a heading in Markdown over a page, with its line break}
   *
   * @param text what it says, whoever wrote it
   */
  public static String markdownHeading(String text) {
    return MarkdownRenderer.heading("## ", clean(text));
  }

  /** A label and what follows it; a label in Chinese ends in a colon that needs no space. */
  static String joined(String label, String text) {
    if (label.isEmpty()) {
      return text;
    }
    return TextWidth.isWide(label.codePointBefore(label.length()))
        ? label + text
        : label + " " + text;
  }
}
