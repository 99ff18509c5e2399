package dev.vmmadvisor.api.internal;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.Writer;

/** Writes the values of this library as JSON, with all invisible characters escaped. */
public final class JsonDocuments {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();
  private static final ObjectWriter ONE_LINE = MAPPER.writer();
  private static final ObjectWriter INDENTED =
      MAPPER.writer(
          new DefaultPrettyPrinter()
              .withObjectIndenter(new DefaultIndenter("  ", "\n"))
              .withArrayIndenter(new DefaultIndenter("  ", "\n")));

  private JsonDocuments() {}

  /**
   * {@return a value as indented JSON}
   *
   * @param value the value
   */
  public static String onLines(Object value) {
    return text(INDENTED, value);
  }

  /**
   * {@return a value as JSON on one line, without a line break at its end}
   *
   * @param value the value
   */
  public static String onOneLine(Object value) {
    return text(ONE_LINE, value);
  }

  /**
   * Writes a value as indented JSON in a streaming manner.
   *
   * @param value the value
   * @param out the target; it is flushed and not closed
   * @throws IOException if it cannot be written
   */
  public static void write(Object value, Writer out) throws IOException {
    try (Writer escaping = new Escaping(out)) {
      INDENTED.writeValue(escaping, value);
    }
  }

  private static String text(ObjectWriter writer, Object value) {
    try {
      return Escapes.lines(writer.writeValueAsString(value));
    } catch (IOException e) {
      throw new IllegalStateException("a value of this library could not be written", e);
    }
  }

  /** Escapes all text. A surrogate pair can be split between two calls. */
  private static final class Escaping extends Writer {
    private final Writer out;
    private String pending = ""; // a pending high surrogate

    Escaping(Writer out) {
      this.out = out;
    }

    @Override
    public void write(char[] characters, int from, int length) throws IOException {
      String text = pending + new String(characters, from, length);
      boolean isSplit =
          !text.isEmpty() && Character.isHighSurrogate(text.charAt(text.length() - 1));
      int end = text.length() - (isSplit ? 1 : 0);
      pending = text.substring(end);
      out.write(Escapes.lines(text.substring(0, end)));
    }

    @Override
    public void flush() throws IOException {
      out.flush();
    }

    @Override
    public void close() throws IOException {
      out.write(Escapes.lines(pending));
      pending = "";
      flush();
    }
  }
}
