package dev.vmmadvisor.core.cli;

import dev.vmmadvisor.api.json.Problem;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The inputs that could not be read. They are counted; each is written to a file, as one object a
 * line, if the command line names one, and the first few are shown if not. One because of which the
 * rest of a file was not read is always shown.
 */
final class RejectedLines {

  private static final int MAX_SHOWN = 3;

  private final Optional<OutputFiles.OutputFile> file;
  private final List<String> shown = new ArrayList<>();
  private long count;

  /**
   * Makes it.
   *
   * @param file where to write them, if anywhere
   */
  RejectedLines(Optional<OutputFiles.OutputFile> file) {
    this.file = file;
    file.ifPresent(OutputFiles.OutputFile::writer); // the file is there even if nothing is rejected
  }

  long count() {
    return count;
  }

  /**
   * A rejected input.
   *
   * @param object the line of the file
   * @param message what is wrong with it, for people
   * @param isEnd whether the rest of its file was not read
   */
  record Rejected(String object, String message, boolean isEnd) {

    /** The same, as the one after which nothing was read. */
    Rejected asEnd() {
      return new Rejected(object, message, true);
    }
  }

  /** What is written and shown of one. */
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

  /** Reports them on standard error, if there are any. */
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
