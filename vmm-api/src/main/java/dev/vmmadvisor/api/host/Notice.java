package dev.vmmadvisor.api.host;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * Something met on the way to an answer that the reader of the answer should know and that is no
 * finding about a VMM: a field that is not known, a value that could not be read, a host beyond
 * what the catalog knows.
 *
 * @param code a stable, lower-case, hyphenated code, such as {@code unknown-field}
 * @param path where it was met: a path into a document, such as {@code $.dockerDesktop.flavour}, or
 *     a fact; empty if it belongs to no one place
 * @param message what was met, for people; not part of the contract
 */
@JsonPropertyOrder({"code", "path", "message"})
public record Notice(
    String code, @JsonInclude(JsonInclude.Include.NON_EMPTY) String path, String message) {}
