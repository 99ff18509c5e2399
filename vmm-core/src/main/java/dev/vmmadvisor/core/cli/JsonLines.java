package dev.vmmadvisor.core.cli;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;

/**
 * Writes JSON objects in UTF-8, one per line. Output is buffered until {@link #flush()} or {@link
 * #close()}, which leaves the stream open. The stream records whether writing failed.
 */
final class JsonLines implements AutoCloseable {

  private final JsonGenerator json;

  JsonLines(PrintStream out) {
    try {
      this.json = JsonLine.FACTORY.createGenerator(out, JsonEncoding.UTF8);
    } catch (IOException e) {
      throw unexpected(e);
    }
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    json.setRootValueSeparator(null);
  }

  /** Adds an object. */
  void add(JsonLine object) {
    add(object.text());
  }

  /** Adds an object that is already formatted as a line. */
  void add(String object) {
    write(
        () -> {
          json.writeRaw(object);
          json.writeRaw('\n');
        });
  }

  /** Writes the buffered objects. */
  void flush() {
    write(json::flush);
  }

  @Override
  public void close() {
    write(json::close);
  }

  @FunctionalInterface
  private interface Writing {
    void run() throws IOException;
  }

  private static void write(Writing writing) {
    try {
      writing.run();
    } catch (IOException e) {
      throw unexpected(e);
    }
  }

  private static UncheckedIOException unexpected(IOException e) {
    return new UncheckedIOException("a stream for printing throws nothing", e);
  }
}
