package dev.vmmadvisor.core.cli;

import dev.vmmadvisor.api.internal.Escapes;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A stream in UTF-8 on which texts of others do nothing to a terminal: what is printed as text is
 * escaped where it is not seen. Only {@link #print(String)} leaves line feeds; what is printed with
 * {@code println} is one line. What is written as bytes is written as it is, such as colours.
 */
final class Terminal extends PrintStream {

  private Terminal(PrintStream out) {
    super(out, false, StandardCharsets.UTF_8);
  }

  /** Such a stream that writes to another, which has to be in UTF-8 as well. */
  static PrintStream of(PrintStream out) {
    return out instanceof Terminal ? out : new Terminal(out);
  }

  /** Prints a text of which nothing is escaped: one of ours with colours in it. */
  static void printRaw(PrintStream out, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.write(bytes, 0, bytes.length);
  }

  @Override
  public void print(@Nullable String text) {
    super.print(Escapes.lines(String.valueOf(text)));
  }

  @Override
  public void println(@Nullable String text) {
    super.println(Escapes.line(String.valueOf(text)));
  }

  /** Prints something on a line, such as one of a stack trace. */
  @Override
  public void println(@Nullable Object value) {
    super.println(Escapes.line(String.valueOf(value).replace("\t", "    ")));
  }
}
