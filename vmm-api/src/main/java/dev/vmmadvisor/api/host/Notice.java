package dev.vmmadvisor.api.host;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.vmmadvisor.api.internal.Escapes;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A remark on the input or the answer that is not a finding about a VMM. Examples are an unknown
 * field, an unreadable value and a release that the catalog does not cover. Hosts, detections and
 * most answers have notices.
 *
 * @param code a stable, lower-case, hyphenated code, such as {@code unknown-field}
 * @param path its place: a path in a document, such as {@code $.dockerDesktop.flavour}, or a fact;
 *     empty if there is no single place
 * @param parameters the values of the message, in a stable order; if a code has several messages,
 *     {@code reason} distinguishes them
 * @param message the text on one line, which may change between releases; in the language of the
 *     answer, otherwise in English. Invisible characters are escaped as in JSON
 */
@JsonPropertyOrder({"code", "path", "parameters", "message"})
public record Notice(
    String code,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) String path,
    Map<String, Object> parameters,
    String message) {

  /**
   * Creates the value.
   *
   * @param code the code
   * @param path its place
   * @param parameters the values of the message
   * @param message the text
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
   * Creates a notice without parameters.
   *
   * @param code the code
   * @param path its place
   * @param message the text
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
