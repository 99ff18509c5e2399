package dev.vmmadvisor.api.catalog;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * The document that supports a statement of the catalog.
 *
 * @param id the id by which statements cite it, unique in its catalog, such as {@code
 *     release-notes:4.44.0} or {@code mission:S7}
 * @param kind the kind of document
 * @param document the title of the document
 * @param section the section, heading or number in it; empty if the whole document is meant
 * @param read the day it was read
 * @param url the public address, or empty if there is none
 */
public record Source(
    String id,
    SourceKind kind,
    String document,
    String section,
    LocalDate read,
    Optional<String> url) {

  /**
   * Creates the value.
   *
   * @param id the id
   * @param kind the kind
   * @param document the title of the document
   * @param section the section in it
   * @param read the day it was read
   * @param url the public address
   */
  public Source {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(document, "document");
    Objects.requireNonNull(section, "section");
    Objects.requireNonNull(read, "read");
    Objects.requireNonNull(url, "url");
  }

  /**
   * Creates a source without a public address.
   *
   * @param id the id
   * @param kind the kind
   * @param document the title of the document
   * @param section the section in it
   * @param read the day it was read
   */
  public Source(String id, SourceKind kind, String document, String section, LocalDate read) {
    this(id, kind, document, section, read, Optional.empty());
  }
}
