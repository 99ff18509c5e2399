package dev.vmmadvisor.core.cli;

import dev.vmmadvisor.api.json.Problem;
import java.util.List;

/** What stands in NDJSON output in the place of an answer, for a line that is no host. */
final class ErrorLine {

  private ErrorLine() {}

  static String of(String file, int line, List<Problem> problems) {
    return JsonLine.of(
        json -> {
          json.writeObjectFieldStart("error");
          JsonLine.writeProblems(json, file, line, problems);
          json.writeEndObject();
        });
  }
}
