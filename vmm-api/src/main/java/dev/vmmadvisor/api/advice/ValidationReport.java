package dev.vmmadvisor.api.advice;

import com.fasterxml.jackson.annotation.JsonIgnore;
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
import org.immutables.value.Value;

/**
 * What is wrong with the configuration of a host as it is, with the VMM that is in use. {@link
 * Advisor#validate} makes one.
 *
 * <p>Every finding about that VMM that is violated is told once: as an error, a warning or a note.
 * If the VMM in use is unknown, the findings about every VMM that could run here are checked, or
 * about all where none could. A finding that is violated for each of them is an error, a warning or
 * a note as usual; one that is violated for some only is a note, and {@link #onlyWith()} names
 * them. A finding offers no VMM that cannot run here.
 */
@Value.Immutable
@JsonSerialize(as = ImmutableValidationReport.class)
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
public abstract non-sealed class ValidationReport implements Answer {

  /** How a configuration is. */
  public enum Status {
    /** Nothing speaks against it; there may be notes. */
    CLEAN("clean"),
    /** It works, and something should change; or a constraint in code failed. */
    WARNINGS("warnings"),
    /** It cannot work, or it exposes the Mac. */
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
     * @throws IllegalArgumentException if no constant has it; the message names what is accepted
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

  // Not for extension: new attributes must not break anyone.
  ValidationReport() {}

  /** {@return a builder} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return the host that was looked at} */
  @JsonIgnore
  public abstract Host host();

  /** {@return the VMM in use, or empty if it is unknown} */
  public abstract Optional<Vmm> vmm();

  /**
   * {@return what keeps the VMM in use from running here or exposes this Mac through it, in the
   * order of the catalog: the hard rules that are violated and not waived, and the vulnerabilities
   * that depend on the VMM or the file sharing in use}
   */
  public abstract List<Finding> errors();

  /**
   * {@return what should change, in the order of the catalog: the other rules of the severities
   * {@code warning} and {@code serious} that are violated and not waived; and the constraints in
   * code that failed, unless they are waived or of the severity {@code info}. One that failed tells
   * nothing, so it is no error, and a configuration with one is never clean. Of one that failed for
   * some VMMs, where the VMM in use is unknown, one finding stands for all}
   */
  public abstract List<Finding> warnings();

  /**
   * {@return what is worth knowing, in the order of the catalog: whatever else is violated, and the
   * hard rules of which the known facts do not tell whether they are}
   */
  public abstract List<Finding> notes();

  /**
   * {@return the codes of the findings that are violated for some of the VMMs only that could be in
   * use, each with these VMMs; none if the VMM in use is known}
   *
   * <p>Such a finding is a note; where no VMM can run here, a hard rule is an error.
   */
  public abstract Map<String, List<Vmm>> onlyWith();

  /**
   * {@return the published vulnerabilities of the release in use}
   *
   * <p>Those that depend on the VMM or the file sharing in use are among the {@link #errors()} as
   * well. All others together count as one warning if they certainly affect the host.
   */
  public abstract SecurityStatus security();

  /**
   * {@return what was met while the host was read, and what the catalog does not cover; the notice
   * {@code vm-memory-above-physical} is an error}
   */
  public abstract List<Notice> notices();

  /** {@return the catalog this was made from} */
  public abstract CatalogReference catalog();

  /** {@return the words of this report} */
  @JsonIgnore
  @Value.Auxiliary
  abstract AnswerRenderer wording();

  /** {@return how the configuration is} */
  @JsonProperty("status")
  public Status status() {
    if (!errors().isEmpty() || notices().stream().anyMatch(ValidationReport::isError)) {
      return Status.ERRORS;
    }
    boolean isVulnerable = security().isVulnerable() || security().upgradeTo().isPresent();
    return warnings().isEmpty() && !isVulnerable ? Status.CLEAN : Status.WARNINGS;
  }

  /** Whether a notice says that the configuration cannot work. */
  private static boolean isError(Notice notice) {
    return notice.code().equals("vm-memory-above-physical");
  }

  @Override
  public String text() {
    return wording().text(this);
  }

  @Override
  public String headline() {
    return wording().headline(this);
  }

  @Override
  public String markdown() {
    return wording().markdown(this);
  }

  /** {@return the {@link #text()}} */
  @Override
  public String toString() {
    return text();
  }

  /** Builds values. Not safe to share between threads. */
  public static class Builder extends ImmutableValidationReport.Builder {
    Builder() {}
  }
}
