package dev.vmmadvisor.api.advice;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.catalog.Vulnerability.PublishedSeverity;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The published vulnerabilities of the release of Docker Desktop on a host, under one VMM, and the
 * release to upgrade to. Immutable and safe to share between threads.
 *
 * @param release the release, or empty if it is unknown; then no vulnerability is listed
 * @param vmm the VMM it is about: the one in use, or the best one if that is unknown; empty if
 *     there is neither
 * @param vulnerabilities the vulnerabilities that affect the release, or may do so, in the order of
 *     the catalog; waived ones are left out. If the VMM in use is unknown, they are those under
 *     each VMM that could be in use, and certain only if they affect the host under all of these
 * @param fixedIn the first release in which all of them are fixed; empty if there is none, or if a
 *     fix is not known for all
 * @param upgradeTo the lowest release that installs on this host and has no vulnerability that
 *     certainly affects it and that a later release fixes; if no such release installs, the lowest
 *     one with the fewest; empty if the present release has none, or if none has fewer
 * @param fixesAll whether the release to upgrade to has no vulnerability that a later release
 *     fixes; false if there is nothing to upgrade to
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@JsonPropertyOrder({"release", "vmm", "vulnerabilities", "fixedIn", "upgradeTo", "fixesAll"})
public record SecurityStatus(
    Optional<Version> release,
    Optional<Vmm> vmm,
    List<Entry> vulnerabilities,
    Optional<Version> fixedIn,
    Optional<Version> upgradeTo,
    boolean fixesAll) {

  /**
   * A vulnerability of the release.
   *
   * @param code the code of its rule in the catalog
   * @param cves its CVE ids; none if no id was assigned
   * @param publishedSeverity the severity that was published
   * @param fixedIn the first release with the fix, or empty if none is known
   * @param certain whether it certainly affects the host; if not, that depends on a precondition or
   *     on an unknown fact
   * @param dependsOnChoice whether another VMM or file sharing implementation avoids it
   * @param message what it exposes, in words, for people; not part of the contract
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  @JsonPropertyOrder({
    "code",
    "cves",
    "publishedSeverity",
    "fixedIn",
    "certain",
    "dependsOnChoice",
    "message"
  })
  public record Entry(
      String code,
      List<String> cves,
      PublishedSeverity publishedSeverity,
      Optional<Version> fixedIn,
      boolean certain,
      boolean dependsOnChoice,
      String message) {

    /**
     * Makes the value.
     *
     * @param code the code
     * @param cves the CVE ids
     * @param publishedSeverity the published severity
     * @param fixedIn the first release with the fix
     * @param certain whether it certainly affects the host
     * @param dependsOnChoice whether another choice avoids it
     * @param message what it exposes
     */
    public Entry {
      Objects.requireNonNull(cves, "cves");
      Objects.requireNonNull(code, "code");
      cves = List.copyOf(cves);
      Objects.requireNonNull(publishedSeverity, "publishedSeverity");
      Objects.requireNonNull(fixedIn, "fixedIn");
      Objects.requireNonNull(message, "message");
    }
  }

  /**
   * Makes the value.
   *
   * @param release the release
   * @param vmm the VMM
   * @param vulnerabilities the vulnerabilities
   * @param fixedIn the first release in which all are fixed
   * @param upgradeTo the release to upgrade to
   * @param fixesAll whether that one has no vulnerability that a later release fixes
   */
  public SecurityStatus {
    Objects.requireNonNull(vulnerabilities, "vulnerabilities");
    Objects.requireNonNull(release, "release");
    Objects.requireNonNull(vmm, "vmm");
    vulnerabilities = List.copyOf(vulnerabilities);
    Objects.requireNonNull(fixedIn, "fixedIn");
    Objects.requireNonNull(upgradeTo, "upgradeTo");
  }

  /** {@return whether a vulnerability certainly affects the host and a later release fixes it} */
  @JsonIgnore
  public boolean isVulnerable() {
    return vulnerabilities.stream()
        .anyMatch(entry -> entry.certain() && entry.fixedIn().isPresent());
  }

  /**
   * {@return whether one of those that certainly affect the host can be avoided by another VMM or
   * another file sharing implementation}
   */
  @JsonIgnore
  public boolean dependsOnChoice() {
    return vulnerabilities.stream().anyMatch(entry -> entry.certain() && entry.dependsOnChoice());
  }
}
