package dev.vmmadvisor.api.json;

import dev.vmmadvisor.api.internal.Escapes;
import java.io.Serializable;
import java.util.Objects;

/**
 * One thing that is wrong with a document.
 *
 * @param path the place in the document, such as {@code $.dockerDesktop.memoryMiB}; escaped like
 *     the message
 * @param line the line it stands on, from 1
 * @param message the value that stands there and what is accepted, in words. On one line: control
 *     characters and others that cannot be seen are escaped as in JSON
 * @serial exclude
 */
@SuppressWarnings("InvalidBlockTag") // the tool for documentation does take it
public record Problem(String path, int line, String message) implements Serializable {

  /**
   * Makes the value.
   *
   * @param path the place in the document
   * @param line the line it stands on
   * @param message the value that stands there and what is accepted
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
