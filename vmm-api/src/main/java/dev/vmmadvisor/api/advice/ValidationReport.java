package dev.vmmadvisor.api.advice;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Notice;
import dev.vmmadvisor.api.internal.Ids;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The problems of the current configuration of a host with the VMM in use. {@link Advisor#validate}
 * returns it.
 *
 * <p>Every violated finding about that VMM is listed once: as an error, a warning or a note.
 *
 * <p>If the VMM in use is unknown, the findings of all VMMs that could run here are checked, or of
 * all VMMs if none could. A finding that is violated for all of them is listed as usual. A finding
 * that is violated for only some of them is a note, and {@link #onlyWith()} names these VMMs.
 * Remedies never suggest a VMM that cannot run here.
 */
@JsonSerialize(as = ValidationReport.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@JsonPropertyOrder({
  "status",
  "vmm",
  "errors",
  "warnings",
  "notes",
  "onlyWith",
  "security",
  "notices",
  "catalog"
})
public non-sealed interface ValidationReport extends Answer {

  /** The result of the validation. */
  enum Status {
    /** There are no errors and no warnings; there may be notes. */
    CLEAN("clean"),
    /** The configuration works but should be changed, or a constraint in code failed. */
    WARNINGS("warnings"),
    /** The configuration cannot work, or it exposes the Mac to a vulnerability. */
    ERRORS("errors");

    private final String id;

    Status(String id) {
      this.id = id;
    }

    /** {@return the stable id used in documents} */
    @JsonValue
    public String id() {
      return id;
    }

    /**
     * {@return the constant with an id}
     *
     * @param id the {@link #id()} of a constant
     * @throws IllegalArgumentException if no constant has it; the message lists the accepted ids
     */
    public static Status fromId(String id) {
      return Ids.constant(values(), id);
    }

    /** {@return the {@link #id()}} */
    @Override
    public String toString() {
      return id;
    }
  }

  /** {@return the validated host} */
  Host host();

  /** {@return the VMM in use, or empty if it is unknown} */
  @JsonProperty("vmm")
  Optional<Vmm> vmm();

  /**
   * {@return the errors, in the order of the catalog: violated hard rules that are not waived, and
   * vulnerabilities that depend on the VMM or the file sharing in use}
   */
  @JsonProperty("errors")
  List<Finding> errors();

  /**
   * {@return the warnings, in the order of the catalog: other violated rules of the severities
   * {@code warning} and {@code serious} that are not waived, and constraints in code that failed,
   * unless they are waived or of the severity {@code info}}
   *
   * <p>A failed constraint proves nothing, so it is a warning and not an error; a configuration
   * with one is never clean. If the VMM in use is unknown and a constraint failed for several VMMs,
   * it is listed once.
   */
  @JsonProperty("warnings")
  List<Finding> warnings();

  /**
   * {@return the notes, in the order of the catalog: all other violated findings, and hard rules
   * whose outcome is unknown}
   */
  @JsonProperty("notes")
  List<Finding> notes();

  /**
   * {@return the codes of the findings that are violated for only some of the VMMs that could be in
   * use, with these VMMs; empty if the VMM in use is known}
   *
   * <p>Such a finding is a note. If no VMM can run here, a hard rule is an error.
   */
  @JsonProperty("onlyWith")
  Map<String, List<Vmm>> onlyWith();

  /**
   * {@return the published vulnerabilities of the release in use}
   *
   * <p>Those that depend on the VMM or the file sharing in use are also {@link #errors()}. All
   * others that certainly affect the host count together as one warning.
   */
  @JsonProperty("security")
  SecurityStatus security();

  /**
   * {@return the notices of the host and of the coverage of the catalog; the notice {@code
   * vm-memory-above-physical} counts as an error}
   */
  @JsonProperty("notices")
  List<Notice> notices();

  /** {@return the catalog on which this is based} */
  @JsonProperty("catalog")
  CatalogReference catalog();

  /** {@return the result of the validation} */
  @JsonProperty("status")
  default Status status() {
    if (!errors().isEmpty() || notices().stream().anyMatch(ValidationReport::isError)) {
      return Status.ERRORS;
    }
    boolean isVulnerable = security().isVulnerable() || security().upgradeTo().isPresent();
    return warnings().isEmpty() && !isVulnerable ? Status.CLEAN : Status.WARNINGS;
  }

  /** Returns whether a notice means that the configuration cannot work. */
  private static boolean isError(Notice notice) {
    return notice.code().equals("vm-memory-above-physical");
  }
}
