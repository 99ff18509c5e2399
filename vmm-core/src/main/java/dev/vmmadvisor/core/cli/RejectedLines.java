package dev.vmmadvisor.core.cli;

import dev.vmmadvisor.api.json.Problem;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The inputs that could not be read. They are counted. If the command line names a file, each is
 * written to it as one JSON object per line; otherwise the first few are shown. An input that ended
 * the reading of its file is always shown.
 */
final class RejectedLines {

  private static final int MAX_SHOWN = 3;

  private final Optional<OutputFiles.OutputFile> file;
  private final List<String> shown = new ArrayList<>();
  private long count;

  /**
   * Creates an empty set.
   *
   * @param file the file to write to, if any
   */
  RejectedLines(Optional<OutputFiles.OutputFile> file) {
    this.file = file;
    file.ifPresent(OutputFiles.OutputFile::writer); // creates the file even if nothing is rejected
  }

  long count() {
    return count;
  }

  /**
   * A rejected input.
   *
   * @param object the line of the file
   * @param message the error, as text for people
   * @param isEnd whether the rest of its file was not read
   */
  record Rejected(String object, String message, boolean isEnd) {

    /** A copy that marks the end of what was read. */
    Rejected asEnd() {
      return new Rejected(object, message, true);
    }
  }

  /** Creates the JSON line and the message of a rejected input. */
  static Rejected of(String name, int line, Optional<String> text, List<Problem> problems) {
    JsonLine object =
        json -> {
          JsonLine.writeProblems(json, name, line, problems);
          if (text.isPresent()) {
            json.writeStringField("text", text.get());
          }
        };
    return new Rejected(
        object.text() + "\n",
        name + ": " + problems.stream().map(Problem::toString).collect(Collectors.joining("; ")),
        false);
  }

  void add(Rejected rejected) throws IOException {
    if (file.isPresent()) {
      file.get().writer().write(rejected.object());
    }
    if (rejected.isEnd() || (file.isEmpty() && shown.size() < MAX_SHOWN)) {
      shown.add(rejected.message());
    }
    count++;
  }

  /** Reports the rejected inputs on standard error, if there are any. */
  void report(PrintStream err) {
    shown.forEach(err::println);
    if (count > shown.size() || (count > 0 && file.isPresent())) {
      err.println(
          "vmm-advisor: "
              + count
              + " could not be read; "
              + file.map(it -> "see " + it).orElse("--rejected FILE writes all of them to FILE"));
    }
  }
}
