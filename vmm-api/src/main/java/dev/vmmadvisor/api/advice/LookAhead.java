package dev.vmmadvisor.api.advice;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.catalog.Severity;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Notice;
import dev.vmmadvisor.api.internal.Ids;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The changes that another release of Docker Desktop or of macOS would bring for a host.
 *
 * <p>{@link Advisor#lookAhead} returns it, and {@link Advisor#timeline} contains one for each
 * release.
 */
@JsonSerialize(as = LookAhead.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@JsonPropertyOrder({
  "target",
  "installs",
  "avoid",
  "security",
  "bestBefore",
  "bestAfter",
  "changes",
  "before",
  "notices",
  "catalog"
})
public non-sealed interface LookAhead extends Answer {

  /** Whether the target can be installed on a host. */
  enum Installs {
    /** It can, according to the known facts. */
    YES("yes"),
    /** It cannot. */
    NO("no"),
    /** That depends on unknown facts. */
    UNKNOWN("unknown");

    private final String id;

    Installs(String id) {
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
    public static Installs fromId(String id) {
      return Ids.constant(values(), id);
    }

    /** {@return the {@link #id()}} */
    @Override
    public String toString() {
      return id;
    }
  }

  /** The kinds of changes, in the order in which they are listed. */
  enum Kind {
    /** The target cannot be installed on this host. */
    DOES_NOT_INSTALL("does-not-install"),
    /** A VMM can no longer be used. */
    UNAVAILABLE("unavailable"),
    /** A VMM is deprecated. */
    DEPRECATED("deprecated"),
    /** Another engine implements a VMM. */
    ENGINE_CHANGED("engine-changed"),
    /** A known issue affects the host, or may affect it, that did not before. */
    NEW_ISSUE("new-issue"),
    /** A setting loses its effect or contradicts another. */
    SETTING("setting"),
    /** A VMM can be used that could not before. */
    AVAILABLE("available"),
    /** A known issue no longer affects the host. */
    FIXED("fixed"),
    /** A VMM is in another phase of its lifecycle. */
    PHASE_CHANGED("phase-changed");

    private final String id;

    Kind(String id) {
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
    public static Kind fromId(String id) {
      return Ids.constant(values(), id);
    }

    /** {@return the {@link #id()}} */
    @Override
    public String toString() {
      return id;
    }
  }

  /**
   * One change.
   *
   * @param kind the kind
   * @param code the code of the rule, engine or lifecycle entry of the catalog
   * @param vmms the affected VMMs, in the order of {@link Vmm}
   * @param severity the severity of the change
   * @param certain whether it is certain; if not, it depends on unknown facts
   * @param remedies the remedies, in order of preference; empty unless the issue certainly affects
   *     the host with the target
   * @param message the change as text
   * @param sources the ids of its sources in the catalog
   */
  @JsonPropertyOrder({
    "kind",
    "code",
    "vmms",
    "severity",
    "certain",
    "remedies",
    "message",
    "sources"
  })
  record Change(
      Kind kind,
      String code,
      List<Vmm> vmms,
      Severity severity,
      boolean certain,
      List<Remedy> remedies,
      String message,
      List<String> sources) {

    /**
     * Creates the value.
     *
     * @param kind the kind
     * @param code the code
     * @param vmms the VMMs
     * @param severity the severity
     * @param certain whether it is certain
     * @param remedies the remedies
     * @param message the change as text
     * @param sources the sources
     */
    public Change {
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(code, "code");
      Objects.requireNonNull(vmms, "vmms");
      Objects.requireNonNull(severity, "severity");
      Objects.requireNonNull(remedies, "remedies");
      Objects.requireNonNull(message, "message");
      Objects.requireNonNull(sources, "sources");
      vmms = List.copyOf(vmms);
      remedies = List.copyOf(remedies);
      sources = List.copyOf(sources);
    }
  }

  /** {@return the host before the upgrade} */
  Host host();

  /** {@return the release to upgrade to} */
  @JsonProperty("target")
  UpgradeTarget target();

  /**
   * {@return whether the target can be installed on the host}
   *
   * <p>For a release of Docker Desktop this depends on the macOS that it needs. For a macOS it
   * depends on the Mac and on the macOS that the current Docker Desktop needs.
   */
  @JsonProperty("installs")
  Installs installs();

  /**
   * {@return whether to avoid the target}
   *
   * <p>True in two cases:
   *
   * <ul>
   *   <li>After the upgrade, a published vulnerability that a later release fixes certainly affects
   *       the host, and this host can install a release without one.
   *   <li>One of the {@link #changes()} is at least {@link Severity#SERIOUS}, documented
   *       (confidence {@code high}) and not waived, and affects the VMM of the host. Its rule has a
   *       {@link Remedy.AvoidRelease} that contains the release after the upgrade. The VMM of the
   *       host is the one in use, or the best one now if that is unknown or cannot run. If it
   *       cannot run after the upgrade, the best VMM after the upgrade counts as well.
   * </ul>
   */
  @JsonProperty("avoid")
  boolean avoid();

  /**
   * {@return the published vulnerabilities after the upgrade, with the VMM in use; if that is
   * unknown or cannot run after the upgrade, with the best one after the upgrade}
   */
  @JsonProperty("security")
  SecurityStatus security();

  /** {@return the published vulnerabilities before the upgrade} */
  SecurityStatus securityBefore();

  /** {@return the best VMM before the upgrade, or empty if there is none} */
  @JsonProperty("bestBefore")
  Optional<Vmm> bestBefore();

  /** {@return the best VMM after the upgrade, or empty if there is none} */
  @JsonProperty("bestAfter")
  Optional<Vmm> bestAfter();

  /** {@return the changes, by kind, and in the order of the catalog within a kind} */
  @JsonProperty("changes")
  List<Change> changes();

  /** {@return the steps to take before the upgrade, in order; may be empty} */
  @JsonProperty("before")
  List<Step> before();

  /** {@return further notices for the reader} */
  @JsonProperty("notices")
  List<Notice> notices();

  /** {@return the catalog on which this is based} */
  @JsonProperty("catalog")
  CatalogReference catalog();
}
