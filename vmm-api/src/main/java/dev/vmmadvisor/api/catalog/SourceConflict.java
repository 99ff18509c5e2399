package dev.vmmadvisor.api.catalog;

import dev.vmmadvisor.api.VersionRange;
import java.util.List;
import java.util.Objects;

/**
 * Sources that say different things, all of them kept. It is there to be read and decides nothing.
 *
 * @param code the stable, lower-case, hyphenated code, unique in its catalog
 * @param entries the codes of the entries of the catalog it is about; at least one
 * @param releases the releases of Docker Desktop for which it holds
 * @param text what each of them says, and what this catalog goes by, in English sentences
 * @param confidence how far it can be trusted
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
   * Makes the value.
   *
   * @param code the stable
   * @param entries the codes of the entries of the catalog it is about
   * @param releases the releases of Docker Desktop for which it holds
   * @param text what each of them says
   * @param confidence how far it can be trusted
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
