package dev.vmmadvisor.core.cli;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;

/**
 * JSON objects on lines of their own, in UTF-8. They wait in memory until this is flushed or
 * closed, which leaves the stream open. Whether they could be written, the stream knows.
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

  /** Adds an object that was made into a line before. */
  void add(String object) {
    write(
        () -> {
          json.writeRaw(object);
          json.writeRaw('\n');
        });
  }

  /** Writes what was added. */
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
