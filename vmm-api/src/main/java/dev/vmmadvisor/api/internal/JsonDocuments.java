package dev.vmmadvisor.api.internal;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.Writer;

/** Writes the values of this library as JSON, with everything escaped that is not seen. */
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
   * {@return a value on several lines}
   *
   * @param value the value
   */
  public static String onLines(Object value) {
    return text(INDENTED, value);
  }

  /**
   * {@return a value on one line, without a line break at its end}
   *
   * @param value the value
   */
  public static String onOneLine(Object value) {
    return text(ONE_LINE, value);
  }

  /**
   * Writes a value on several lines without having all of it in memory.
   *
   * @param value the value
   * @param out where to; it is flushed, and not closed
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

  /** Escapes what it passes on. What comes in parts can be parted between two surrogates. */
  private static final class Escaping extends Writer {
    private final Writer out;
    private String rest = ""; // a high surrogate, the other half of which may follow

    Escaping(Writer out) {
      this.out = out;
    }

    @Override
    public void write(char[] characters, int from, int length) throws IOException {
      String text = rest + new String(characters, from, length);
      boolean parts = !text.isEmpty() && Character.isHighSurrogate(text.charAt(text.length() - 1));
      int end = text.length() - (parts ? 1 : 0);
      rest = text.substring(end);
      out.write(Escapes.lines(text.substring(0, end)));
    }

    @Override
    public void flush() throws IOException {
      out.flush();
    }

    @Override
    public void close() throws IOException {
      out.write(Escapes.lines(rest));
      rest = "";
      flush();
    }
  }
}
