package dev.vmmadvisor.api.advice;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
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
import org.immutables.value.Value;

/**
 * What another release of Docker Desktop or of macOS would change for a host.
 *
 * <p>{@link Advisor#lookAhead} makes one, and {@link Advisor#timeline} one for each release.
 */
@Value.Immutable
@JsonSerialize(as = ImmutableLookAhead.class)
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
public abstract non-sealed class LookAhead implements Answer {

  /** Whether the target can be installed on a host. */
  public enum Installs {
    /** It can, as far as is known. */
    YES("yes"),
    /** It cannot. */
    NO("no"),
    /** That depends on what is not known of the host. */
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
     * @throws IllegalArgumentException if no constant has it; the message names what is accepted
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

  /** The kinds of change, in the order in which they are told. */
  public enum Kind {
    /** The target does not install here. */
    DOES_NOT_INSTALL("does-not-install"),
    /** A VMM can no longer be used. */
    UNAVAILABLE("unavailable"),
    /** A VMM is deprecated from then on. */
    DEPRECATED("deprecated"),
    /** A VMM is made of another engine, under the same name. */
    ENGINE_CHANGED("engine-changed"),
    /** Something goes wrong that did not before, or could. */
    NEW_ISSUE("new-issue"),
    /** A setting loses its effect or gets into a contradiction. */
    SETTING("setting"),
    /** A VMM can be used that could not before. */
    AVAILABLE("available"),
    /** Something no longer goes wrong. */
    FIXED("fixed"),
    /** A VMM is in another phase of its life. */
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
     * @throws IllegalArgumentException if no constant has it; the message names what is accepted
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
   * @param code the code of the rule, engine or lifecycle entry of the catalog behind it
   * @param vmms the VMMs it is about, in the order of {@link Vmm}
   * @param severity how much it matters
   * @param certain whether it is certain; if not, it depends on what is not known of the host
   * @param remedies what would help, in order of preference; nothing unless it certainly hits with
   *     the target
   * @param message the change in words, for people
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
  public record Change(
      Kind kind,
      String code,
      List<Vmm> vmms,
      Severity severity,
      boolean certain,
      List<Remedy> remedies,
      String message,
      List<String> sources) {

    /**
     * Makes the value.
     *
     * @param kind the kind
     * @param code the code
     * @param vmms the VMMs
     * @param severity the severity
     * @param certain whether it is certain
     * @param remedies the remedies
     * @param message the change in words
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

  // Not for extension: new attributes must not break anyone.
  LookAhead() {}

  /** {@return a builder} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return the host as it is before} */
  @JsonIgnore
  public abstract Host host();

  /** {@return what it is to be upgraded to} */
  public abstract UpgradeTarget target();

  /**
   * {@return whether the target installs on the host, as far as it is known: a release of Docker
   * Desktop by the macOS that it needs, a macOS by what is known of the Mac and by the macOS that
   * the present Docker Desktop needs}
   */
  public abstract Installs installs();

  /**
   * {@return whether to avoid the target}
   *
   * <p>That is so where the release of the host with the target has a published vulnerability that
   * certainly affects it and that a later release fixes, if this host can install one without.
   *
   * <p>It is also so where one of the {@link #changes()} is at least {@link Severity#SERIOUS}, is
   * documented (confidence {@code high}), is not waived, and comes from a rule with a {@link
   * Remedy.AvoidRelease} that contains the release with the target. The change must be about the
   * VMM that the host uses: the one in use; the best now if that is unknown or cannot run; and if
   * that is ruled out with the target, also the best then.
   */
  public abstract boolean avoid();

  /**
   * {@return the published vulnerabilities of the release with the target, under the VMM in use or,
   * if that cannot run then or is unknown, under the best one then}
   */
  public abstract SecurityStatus security();

  /** {@return the published vulnerabilities of the present release} */
  @JsonIgnore
  public abstract SecurityStatus securityBefore();

  /** {@return the best VMM now, or empty if there is none} */
  public abstract Optional<Vmm> bestBefore();

  /** {@return the best VMM with the target, or empty if there is none} */
  public abstract Optional<Vmm> bestAfter();

  /** {@return the changes, by kind, and in the order of the catalog within a kind} */
  public abstract List<Change> changes();

  /** {@return what to do before the upgrade, in order; perhaps nothing} */
  public abstract List<Step> before();

  /** {@return what else the reader should know} */
  public abstract List<Notice> notices();

  /** {@return the catalog this was made from} */
  public abstract CatalogReference catalog();

  /** {@return the words of this answer} */
  @JsonIgnore
  @Value.Auxiliary
  abstract AnswerRenderer wording();

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
  public static class Builder extends ImmutableLookAhead.Builder {
    Builder() {}
  }
}
