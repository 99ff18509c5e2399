package dev.vmmadvisor.api.catalog;

import dev.vmmadvisor.api.VersionRange;
import java.util.List;
import java.util.Objects;

/**
 * A contradiction between sources of the catalog. It is information for readers and does not affect
 * an answer.
 *
 * @param code the stable, lower-case, hyphenated code, unique in its catalog
 * @param entries the codes of the catalog entries that are affected; at least one
 * @param releases the releases of Docker Desktop to which it applies
 * @param text what each source says, and which one this catalog follows, in English sentences
 * @param confidence the reliability of the statement
 * @param sources the ids of its sources in the catalog; at least one
 */
public record SourceConflict(
    String code,
    List<String> entries,
    VersionRange releases,
    String text,
    Confidence confidence,
    List<String> sources) {
  /**
   * Creates the value.
   *
   * @param code the code
   * @param entries the codes of the catalog entries that are affected
   * @param releases the releases of Docker Desktop to which it applies
   * @param text what each source says
   * @param confidence the reliability of the statement
   * @param sources the ids of its sources in the catalog
   */
  public SourceConflict {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(entries, "entries");
    Objects.requireNonNull(releases, "releases");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(confidence, "confidence");
    Objects.requireNonNull(sources, "sources");
    entries = List.copyOf(entries);
    sources = List.copyOf(sources);
  }
}
