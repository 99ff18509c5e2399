package dev.vmmadvisor.api.catalog;

import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.VersionRange;
import java.util.List;
import java.util.Objects;

/**
 * The versions of macOS that every Mac of an architecture can run. An upgrade to any other version
 * is suggested only if the host shows that its Mac supports it.
 *
 * @param code the stable, lower-case, hyphenated code, unique in its catalog
 * @param architecture the architecture
 * @param versions the versions of macOS
 * @param text the statement in one English sentence
 * @param confidence the reliability of the statement
 * @param sources the ids of its sources in the catalog; at least one
 */
public record MacOsSupport(
    String code,
    Architecture architecture,
    VersionRange versions,
    String text,
    Confidence confidence,
    List<String> sources) {

  /**
   * Creates the value.
   *
   * @param code the code
   * @param architecture the architecture
   * @param versions the versions of macOS
   * @param text the statement
   * @param confidence the confidence
   * @param sources the sources
   */
  public MacOsSupport {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(architecture, "architecture");
    Objects.requireNonNull(versions, "versions");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(confidence, "confidence");
    Objects.requireNonNull(sources, "sources");
    sources = List.copyOf(sources);
  }
}
