package dev.vmmadvisor.api.catalog;

import dev.vmmadvisor.api.VersionRange;
import java.util.List;
import java.util.Objects;

/**
 * The engine that implements a VMM in a range of releases. The engine of a VMM can change between
 * releases.
 *
 * @param code the stable, lower-case, hyphenated code, unique in its catalog
 * @param name the name of the engine, such as {@code libkrun}
 * @param releases the releases of Docker Desktop to which it applies
 * @param text the statement in one or two English sentences
 * @param confidence the reliability of the statement
 * @param sources the ids of its sources in the catalog; at least one
 */
public record Engine(
    String code,
    String name,
    VersionRange releases,
    String text,
    Confidence confidence,
    List<String> sources) {
  /**
   * Creates the value.
   *
   * @param code the code
   * @param name the name of the engine
   * @param releases the releases of Docker Desktop to which it applies
   * @param text the statement in one or two English sentences
   * @param confidence the reliability of the statement
   * @param sources the ids of its sources in the catalog
   */
  public Engine {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(releases, "releases");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(confidence, "confidence");
    Objects.requireNonNull(sources, "sources");
    sources = List.copyOf(sources);
  }
}
