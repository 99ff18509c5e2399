package dev.vmmadvisor.api.catalog;

import dev.vmmadvisor.api.VersionRange;
import java.util.List;
import java.util.Objects;

/**
 * The phase of a VMM or of a file sharing implementation in a range of releases. The deprecation
 * and the removal of a VMM are {@link Deprecation} rules instead.
 *
 * @param code the stable, lower-case, hyphenated code, unique in its catalog
 * @param phase the phase
 * @param releases the releases of Docker Desktop to which it applies
 * @param text the statement in one English sentence
 * @param confidence the reliability of the statement
 * @param sources the ids of its sources in the catalog; at least one
 */
public record Lifecycle(
    String code,
    Phase phase,
    VersionRange releases,
    String text,
    Confidence confidence,
    List<String> sources) {
  /**
   * Creates the value.
   *
   * @param code the code
   * @param phase the phase
   * @param releases the releases
   * @param text the statement
   * @param confidence the confidence
   * @param sources the sources
   */
  public Lifecycle {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(phase, "phase");
    Objects.requireNonNull(releases, "releases");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(confidence, "confidence");
    Objects.requireNonNull(sources, "sources");
    sources = List.copyOf(sources);
  }
}
