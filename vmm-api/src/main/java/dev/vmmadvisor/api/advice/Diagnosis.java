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
 * Which known issues an error message or an excerpt of a log looks like, on a given host. {@link
 * Advisor#diagnose} makes one.
 *
 * <p>It goes by literal fragments that the catalog knows. Where nothing matches, nothing is
 * claimed.
 */
@Value.Immutable
@JsonSerialize(as = ImmutableDiagnosis.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@JsonPropertyOrder({"vmm", "matches", "engines", "notices", "catalog"})
public abstract non-sealed class Diagnosis implements Answer {

  /** How sure a match is, the surest first. */
  public enum Likelihood {
    /** The text matches, and the issue certainly hits this host with the VMM in use. */
    LIKELY("likely"),
    /** The text matches, and the issue may hit this host. */
    POSSIBLE("possible"),
    /** The text matches, and the issue, as far as it is catalogued, does not hit this host. */
    UNLIKELY("unlikely");

    private final String id;

    Likelihood(String id) {
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
    public static Likelihood fromId(String id) {
      return Ids.constant(values(), id);
    }

    /** {@return the {@link #id()}} */
    @Override
    public String toString() {
      return id;
    }
  }

  /**
   * A known issue, or a message of the catalog, that the text looks like.
   *
   * @param code the code of the issue or message
   * @param likelihood how sure that is
   * @param severity how much the issue matters
   * @param vmms the VMMs it is about, in the order of {@link Vmm}
   * @param signatures the fragments of the catalog that the text contains
   * @param remedies the changes that would help, in order of preference, without what cannot be
   *     done on this host or is done already; none if the match is {@link Likelihood#UNLIKELY}
   * @param advice what to do, best first, in words for people: the remedies, and whatever else
   *     helps; empty if the match is {@link Likelihood#UNLIKELY}
   * @param message the issue in words, for people
   * @param sources the ids of its sources in the catalog
   */
  @JsonPropertyOrder({
    "code",
    "likelihood",
    "severity",
    "vmms",
    "signatures",
    "remedies",
    "advice",
    "message",
    "sources"
  })
  public record Match(
      String code,
      Likelihood likelihood,
      Severity severity,
      List<Vmm> vmms,
      List<String> signatures,
      List<Remedy> remedies,
      List<String> advice,
      String message,
      List<String> sources) {

    /**
     * Makes the value.
     *
     * @param code the code
     * @param likelihood the likelihood
     * @param severity the severity
     * @param vmms the VMMs
     * @param signatures the fragments found
     * @param remedies the remedies
     * @param advice what to do, in words
     * @param message the issue in words
     * @param sources the sources
     */
    public Match {
      Objects.requireNonNull(code, "code");
      Objects.requireNonNull(likelihood, "likelihood");
      Objects.requireNonNull(severity, "severity");
      Objects.requireNonNull(vmms, "vmms");
      Objects.requireNonNull(signatures, "signatures");
      Objects.requireNonNull(remedies, "remedies");
      Objects.requireNonNull(advice, "advice");
      Objects.requireNonNull(message, "message");
      Objects.requireNonNull(sources, "sources");
      advice = List.copyOf(advice);
      vmms = List.copyOf(vmms);
      signatures = List.copyOf(signatures);
      remedies = List.copyOf(remedies);
      sources = List.copyOf(sources);
    }
  }

  /**
   * An engine that the text names: the VMM that ran when it was written.
   *
   * @param name the name as logs have it, such as {@code linux/libkrun}
   * @param vmm the VMM it belongs to
   * @param message the same in words, for people
   */
  @JsonPropertyOrder({"name", "vmm", "message"})
  public record NamedEngine(String name, Vmm vmm, String message) {

    /**
     * Makes the value.
     *
     * @param name the name as logs have it
     * @param vmm the VMM it belongs to
     * @param message the same in words
     */
    public NamedEngine {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(vmm, "vmm");
      Objects.requireNonNull(message, "message");
    }
  }

  // Not for extension: new attributes must not break anyone.
  Diagnosis() {}

  /** {@return a builder} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return the host that the text comes from} */
  @JsonIgnore
  public abstract Host host();

  /**
   * {@return the VMM that the issues were held against: the one whose engine the text names, else
   * the one in use; empty if neither is known, or the text names several and the one in use is none
   * of them}
   */
  public abstract Optional<Vmm> vmm();

  /**
   * {@return the issues that the text looks like: the likeliest first, of those the gravest, of
   * those the one with the longest fragment found, of those the one with the best evidence, of
   * those the first in the catalog}
   */
  public abstract List<Match> matches();

  /** {@return the engines that the text names, in the order in which it first names them} */
  public abstract List<NamedEngine> engines();

  /**
   * {@return what was met while the host was read, what the catalog does not cover, and whether a
   * part of the text was not looked at}
   */
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
  public static class Builder extends ImmutableDiagnosis.Builder {
    Builder() {}
  }
}
