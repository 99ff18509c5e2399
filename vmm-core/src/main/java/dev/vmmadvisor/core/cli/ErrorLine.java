package dev.vmmadvisor.core.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.vmmadvisor.api.json.Problem;
import java.io.IOException;
import java.util.List;

/**
 * The NDJSON object that replaces an answer if a line is not a Host document.
 *
 * @param file the file of the line
 * @param line its number, from 1
 * @param problems the errors in the line
 */
record ErrorLine(String file, int line, List<Problem> problems) implements JsonLine {

  @Override
  public void writeFieldsTo(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("error");
    JsonLine.writeProblems(json, file, line, problems);
    json.writeEndObject();
  }
}
