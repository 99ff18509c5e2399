package dev.vmmadvisor.core.text;

import dev.vmmadvisor.api.internal.Escapes;

/**
 * The marks around what is to be copied letter by letter. They are code points that are never
 * characters. A text of others may hold them all the same: a mark without its other half is none,
 * and what a pair of them encloses can only become code.
 */
final class CodeSpans {

  private static final char START = '\uFDD0';
  private static final char END = '\uFDD1';

  /** Uses the parts of a text, in order. */
  interface Parts {

    /** A part without marks that is no code. */
    void words(String text);

    /** A part without marks that is code. */
    void code(String text);
  }

  private CodeSpans() {}

  /** An id with marks around it. */
  static String marked(String id) {
    return START + withoutMarks(id) + END;
  }

  /** Takes a text apart; everything in it that is not seen is escaped. */
  static void takeApart(String marked, Parts parts) {
    int from = 0;
    for (int end = marked.indexOf(END); end >= 0; end = marked.indexOf(END, end + 1)) {
      int start = marked.lastIndexOf(START, end);
      if (start >= from) {
        parts.words(Escapes.line(marked.substring(from, start)));
        parts.code(Escapes.line(marked.substring(start + 1, end)));
        from = end + 1;
      }
    }
    parts.words(Escapes.line(marked.substring(from)));
  }

  private static String withoutMarks(String id) {
    return id.replace(String.valueOf(START), Escapes.line(String.valueOf(START)))
        .replace(String.valueOf(END), Escapes.line(String.valueOf(END)));
  }
}
