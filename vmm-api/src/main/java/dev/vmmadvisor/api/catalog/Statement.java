package dev.vmmadvisor.api.catalog;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.VersionRange;
import dev.vmmadvisor.api.host.Host;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A statement about Docker Desktop that does not affect a ranking: a setting, a limit, a
 * recommendation or a plan of Docker. If it is a notice, it is shown with every answer for a host
 * to which it applies.
 *
 * @param code the stable, lower-case, hyphenated code, unique in its catalog
 * @param subject its subject, a lower-case, hyphenated word such as {@code rosetta} or {@code
 *     docker-vmm}
 * @param releases the releases of Docker Desktop to which it applies
 * @param macOsVersions the versions of macOS to which it applies
 * @param notice whether it is shown with answers
 * @param text the statement in one or two English sentences
 * @param confidence the reliability of the statement
 * @param sources the ids of its sources in the catalog; at least one
 */
public record Statement(
    String code,
    String subject,
    VersionRange releases,
    VersionRange macOsVersions,
    boolean notice,
    String text,
    Confidence confidence,
    List<String> sources) {
  /**
   * Creates the value.
   *
   * @param code the code
   * @param subject its subject
   * @param releases the releases of Docker Desktop to which it applies
   * @param macOsVersions the versions of macOS to which it applies
   * @param notice whether it is a notice
   * @param text the statement in one or two English sentences
   * @param confidence the reliability of the statement
   * @param sources the ids of its sources in the catalog
   */
  public Statement {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(releases, "releases");
    Objects.requireNonNull(macOsVersions, "macOsVersions");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(confidence, "confidence");
    Objects.requireNonNull(sources, "sources");
    sources = List.copyOf(sources);
  }

  /**
   * {@return whether it certainly applies to a host; an unknown version is in a range only if the
   * range contains every version}
   *
   * @param host the host
   */
  public boolean holdsFor(Host host) {
    Objects.requireNonNull(host, "host");
    return holds(releases, host.dockerDesktop().version())
        && holds(macOsVersions, host.macOsVersion());
  }

  private static boolean holds(VersionRange range, Optional<Version> version) {
    return range.equals(VersionRange.ALL) || version.filter(range::contains).isPresent();
  }
}
