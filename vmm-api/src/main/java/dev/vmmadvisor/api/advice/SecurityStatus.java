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
 * The published vulnerabilities of the release of Docker Desktop on a host with one VMM, and the
 * release to upgrade to. Immutable and safe to share between threads.
 *
 * @param release the release; empty if it is unknown, in which case no vulnerability is listed
 * @param vmm the VMM: the one in use, or the best one if that is unknown; empty if there is neither
 * @param vulnerabilities the vulnerabilities that affect or may affect the release, in the order of
 *     the catalog, without waived ones. If the VMM in use is unknown, they are those of every VMM
 *     that could be in use, and certain only if they affect the host with all of them
 * @param fixedIn the first release in which all of them are fixed; empty if there are none, or if
 *     one has no known fix
 * @param upgradeTo the lowest release that can be installed on this host and has no fixable
 *     vulnerability: one that certainly affects the host and that a later release fixes. If there
 *     is no such release, the lowest one with the fewest; empty if the current release has none, or
 *     no release has fewer
 * @param fixesAll whether the release to upgrade to has no fixable vulnerability; false if there is
 *     no release to upgrade to
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
   * @param cves its CVE ids; empty if no id was assigned
   * @param publishedSeverity the severity that was published
   * @param fixedIn the first release with the fix, or empty if none is known
   * @param certain whether it certainly affects the host; if not, that depends on a precondition or
   *     an unknown fact
   * @param dependsOnChoice whether another VMM or file sharing implementation avoids it
   * @param message what it exposes, as text that may change between releases
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
     * Creates the value.
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
   * Creates the value.
   *
   * @param release the release
   * @param vmm the VMM
   * @param vulnerabilities the vulnerabilities
   * @param fixedIn the first release in which all are fixed
   * @param upgradeTo the release to upgrade to
   * @param fixesAll whether that release has no fixable vulnerability
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
   * {@return whether another VMM or file sharing implementation avoids a vulnerability that
   * certainly affects the host}
   */
  @JsonIgnore
  public boolean dependsOnChoice() {
    return vulnerabilities.stream().anyMatch(entry -> entry.certain() && entry.dependsOnChoice());
  }
}
