package dev.vmmadvisor.core.cli;

import dev.vmmadvisor.api.internal.Escapes;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A UTF-8 stream that neutralises terminal control sequences in foreign text. Printed text is
 * escaped where it is not visible. Only {@link #print(String)} preserves line feeds; {@code
 * println} prints one line. Bytes, such as colours, are written unchanged.
 */
final class Terminal extends PrintStream {

  private Terminal(PrintStream out) {
    super(out, false, StandardCharsets.UTF_8);
  }

  /** Creates such a stream that writes to another UTF-8 stream. */
  static PrintStream of(PrintStream out) {
    return out instanceof Terminal ? out : new Terminal(out);
  }

  /** Prints a trusted text, which can have colours, without escaping. */
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

  /** Prints an object on one line, such as one of a stack trace. */
  @Override
  public void println(@Nullable Object value) {
    super.println(Escapes.line(String.valueOf(value).replace("\t", "    ")));
  }
}
