package dev.vmmadvisor.core.cli;

import dev.vmmadvisor.api.json.Problem;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The file for what could not be read: made when there is something, one object a line. */
final class RejectedLines implements AutoCloseable {

  private final Path file;
  private @Nullable Writer writer;
  private long count;

  /**
   * Makes it.
   *
   * @param file where to; one that is there is emptied
   * @throws IOException if that cannot be done
   */
  RejectedLines(Path file) throws IOException {
    this.file = file;
    if (Files.exists(file)) {
      Files.writeString(file, "");
    }
  }

  Path file() {
    return file;
  }

  long count() {
    return count;
  }

  /** One line, as it is written. */
  static String object(String name, int line, Optional<String> text, List<Problem> problems) {
    JsonLine object =
        json -> {
          JsonLine.writeProblems(json, name, line, problems);
          if (text.isPresent()) {
            json.writeStringField("text", text.get());
          }
        };
    return object.text() + "\n";
  }

  void add(String object) throws IOException {
    if (writer == null) {
      writer = Files.newBufferedWriter(file);
    }
    writer.write(object);
    count++;
  }

  @Override
  public void close() throws IOException {
    if (writer != null) {
      writer.close();
    }
  }
}
