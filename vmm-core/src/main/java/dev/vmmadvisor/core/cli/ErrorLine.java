package dev.vmmadvisor.core.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.vmmadvisor.api.json.Problem;
import java.io.IOException;
import java.util.List;

/**
 * The NDJSON output instead of an answer, for a line that is no host.
 *
 * @param file where the line is from
 * @param line its number, from 1
 * @param problems what is wrong with it
 */
record ErrorLine(String file, int line, List<Problem> problems) implements JsonLine {

  @Override
  public void writeFieldsTo(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("error");
    JsonLine.writeProblems(json, file, line, problems);
    json.writeEndObject();
  }
}
