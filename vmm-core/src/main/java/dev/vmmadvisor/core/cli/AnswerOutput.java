package dev.vmmadvisor.core.cli;

import dev.vmmadvisor.api.advice.Answer;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.internal.Escapes;
import dev.vmmadvisor.api.internal.JsonDocuments;
import dev.vmmadvisor.core.text.Document;
import dev.vmmadvisor.core.text.LanguageRenderer;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Function;

/** Prints answers in the format and language that the command line selects. */
final class AnswerOutput {

  /** The options for output. */
  static final String FORMAT = "--format";

  static final String LANGUAGE = "--lang";

  /** The supported languages. */
  private enum Language {
    ENGLISH("en"),
    SIMPLIFIED_CHINESE("zh-CN");

    private final String tag;

    Language(String tag) {
      this.tag = tag;
    }

    @Override
    public String toString() {
      return tag;
    }
  }

  private final PrintStream out;
  private final Format format;
  private final boolean coloured;
  private final boolean named;

  /**
   * Creates an output.
   *
   * @param coloured whether severities are coloured
   * @param named whether each answer is preceded by the name of its input
   */
  AnswerOutput(PrintStream out, Format format, boolean coloured, boolean named) {
    this.out = out;
    this.format = format;
    this.coloured = coloured;
    this.named = named;
  }

  /** The language that the command line selects; English by default. */
  static Locale locale(Arguments arguments) throws UsageException {
    return Locale.forLanguageTag(
        arguments.constant(LANGUAGE, Language.values()).orElse(Language.ENGLISH).toString());
  }

  /** The renderer of that language, for pages. */
  static LanguageRenderer wording(Arguments arguments, Catalog catalog) throws UsageException {
    return new LanguageRenderer(catalog, locale(arguments));
  }

  /** Prints an answer. Its page is created only if it is printed. */
  <T extends Answer> void print(String name, T answer, Function<? super T, Document> page) {
    switch (format) {
      case TEXT -> {
        heading("== " + Escapes.line(name) + " ==\n");
        printText(page.apply(answer), coloured, out);
        heading("\n");
      }
      case MARKDOWN -> {
        heading(Document.markdownHeading(name) + "\n");
        out.print(page.apply(answer).markdown());
        heading("\n");
      }
      case JSON -> printJson(answer);
      case NDJSON -> throw new IllegalStateException("lines are printed one by one");
    }
  }

  /** Streams a document, because it can be too large for memory. */
  private void printJson(Answer answer) {
    try {
      Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
      JsonDocuments.write(answer, writer);
      writer.write("\n");
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("a stream for printing throws nothing", e);
    }
  }

  /** Prints a page as text. */
  static void printText(Document page, boolean coloured, PrintStream out) {
    if (coloured) {
      Terminal.printRaw(out, page.colouredText()); // other control characters are already escaped
    } else {
      out.print(page.text());
    }
  }

  private void heading(String text) {
    if (named) {
      out.print(text);
    }
  }
}
