package dev.vmmadvisor.api.host;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.vmmadvisor.api.internal.Escapes;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Something met on the way to an answer that the reader of the answer should know and that is no
 * finding about a VMM: a field that is not known, a value that could not be read, a host beyond
 * what the catalog knows. A host, a detection and most answers have a list of them.
 *
 * @param code a stable, lower-case, hyphenated code, such as {@code unknown-field}
 * @param path where it was met: a path into a document, such as {@code $.dockerDesktop.flavour}, or
 *     a fact; empty if it belongs to no one place
 * @param parameters the values the message is made from, in a stable order; where a code has
 *     several messages, {@code reason} says which
 * @param message what was met, for people; not part of the contract. In English, except among the
 *     notices of an answer in another language. On one line: control characters and others that
 *     cannot be seen, which it can quote from an input, are escaped as in JSON
 */
@JsonPropertyOrder({"code", "path", "parameters", "message"})
public record Notice(
    String code,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) String path,
    Map<String, Object> parameters,
    String message) {

  /**
   * Makes the value.
   *
   * @param code the code
   * @param path where it was met
   * @param parameters the values the message is made from
   * @param message what was met
   */
  public Notice {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(parameters, "parameters");
    Objects.requireNonNull(message, "message");
    message = Escapes.line(message);
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  /**
   * Makes a notice whose message is made from nothing.
   *
   * @param code the code
   * @param path where it was met
   * @param message what was met
   */
  public Notice(String code, String path, String message) {
    this(code, path, Map.of(), message);
  }

  /**
   * {@return this notice with another message}
   *
   * @param other the message
   */
  public Notice withMessage(String other) {
    Objects.requireNonNull(other, "other");
    return new Notice(code, path, parameters, other);
  }
}
