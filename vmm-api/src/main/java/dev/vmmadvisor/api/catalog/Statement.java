package dev.vmmadvisor.api.catalog;

import dev.vmmadvisor.api.VersionRange;
import java.util.List;
import java.util.Objects;

/**
 * Something known about Docker Desktop that decides nothing by itself: a setting, a limit, a
 * recommendation of Docker, a plan.
 *
 * @param code the stable, lower-case, hyphenated code, unique in its catalog
 * @param subject what it is about, a lower-case, hyphenated word such as {@code rosetta} or {@code
 *     docker-vmm}
 * @param releases the releases of Docker Desktop for which it holds
 * @param text the statement in one or two English sentences
 * @param confidence how far it can be trusted
 * @param sources the ids of its sources in the catalog; at least one
 */
public record Statement(
    String code,
    String subject,
    VersionRange releases,
    String text,
    Confidence confidence,
    List<String> sources) {
  /**
   * Makes the value.
   *
   * @param code the stable
   * @param subject what it is about
   * @param releases the releases of Docker Desktop for which it holds
   * @param text the statement in one or two English sentences
   * @param confidence how far it can be trusted
   * @param sources the ids of its sources in the catalog
   */
  public Statement {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(releases, "releases");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(confidence, "confidence");
    Objects.requireNonNull(sources, "sources");
    sources = List.copyOf(sources);
  }
}
