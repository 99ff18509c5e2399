package dev.vmmadvisor.core.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.vmmadvisor.api.internal.Escapes;
import dev.vmmadvisor.api.json.Problem;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** A JSON object on one line. */
@FunctionalInterface
interface JsonLine {

  /** Creates the generators. */
  JsonFactory FACTORY = new JsonFactory();

  /** Writes the fields of the object. */
  void writeFieldsTo(JsonGenerator json) throws IOException;

  /** Writes the object. */
  default void writeTo(JsonGenerator json) throws IOException {
    json.writeStartObject();
    writeFieldsTo(json);
    json.writeEndObject();
  }

  /** The object, without a final line break and with control characters escaped. */
  default String text() {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      writeTo(json);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return Escapes.lines(text.toString());
  }

  /** Writes the problems of a line of a file. */
  static void writeProblems(JsonGenerator json, String file, int line, List<Problem> problems)
      throws IOException {
    json.writeStringField("file", file);
    json.writeNumberField("line", line);
    json.writeArrayFieldStart("problems");
    for (Problem problem : problems) {
      json.writeStartObject();
      json.writeStringField("path", problem.path());
      json.writeStringField("message", problem.message());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
