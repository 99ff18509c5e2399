package dev.vmmadvisor.api.json;

import dev.vmmadvisor.api.internal.Escapes;
import java.io.Serializable;
import java.util.Objects;

/**
 * A problem of a document, with its place.
 *
 * @param path the place in the document, such as {@code $.dockerDesktop.memoryMiB}; escaped like
 *     the message
 * @param line the line number, from 1
 * @param message the value and what is accepted, on one line; invisible characters are escaped as
 *     in JSON
 * @serial exclude
 */
@SuppressWarnings("InvalidBlockTag") // the javadoc tool supports @serial
public record Problem(String path, int line, String message) implements Serializable {

  /**
   * Creates the value.
   *
   * @param path the place in the document
   * @param line the line number, from 1
   * @param message the value and what is accepted
   */
  public Problem {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(message, "message");
    path = Escapes.line(path);
    message = Escapes.line(message);
  }

  /** {@return the problem on one line: line number, path, value and what is accepted} */
  @Override
  public String toString() {
    return "line " + line + ": " + path + ": " + message;
  }
}
