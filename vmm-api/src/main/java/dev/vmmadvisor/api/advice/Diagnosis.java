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
 * The known issues that match an error message or an excerpt of a log, for a given host. {@link
 * Advisor#diagnose} returns it.
 *
 * <p>The text is searched for literal fragments from the catalog. A text that contains none of them
 * has no match.
 */
@JsonSerialize(as = Diagnosis.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@JsonPropertyOrder({"vmm", "matches", "engines", "notices", "catalog"})
public non-sealed interface Diagnosis extends Answer {

  /** The likelihood that a match is the cause, the highest first. */
  enum Likelihood {
    /** The text matches, and the issue certainly affects this host with the VMM in use. */
    LIKELY("likely"),
    /** The text matches, and the issue may affect this host. */
    POSSIBLE("possible"),
    /** The text matches, but according to the catalog the issue does not affect this host. */
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
     * @throws IllegalArgumentException if no constant has it; the message lists the accepted ids
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
   * A known issue, or a log message of the catalog, that matches the text.
   *
   * @param code the code of the issue or message
   * @param likelihood how likely it is the cause
   * @param severity the severity of the issue or message
   * @param vmms the affected VMMs, in the order of {@link Vmm}
   * @param signatures the fragments of the catalog that the text contains
   * @param remedies the changes that would help, in order of preference, without those that are
   *     impossible on this host or already made; empty if the match is {@link Likelihood#UNLIKELY}
   * @param advice what to do, best first, as text: the remedies and other advice; empty if the
   *     match is {@link Likelihood#UNLIKELY}
   * @param message the issue as text
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
  record Match(
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
     * Creates the value.
     *
     * @param code the code
     * @param likelihood the likelihood
     * @param severity the severity
     * @param vmms the VMMs
     * @param signatures the fragments found
     * @param remedies the remedies
     * @param advice what to do
     * @param message the issue as text
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
   * An engine that the text names. It proves which VMM ran when the text was written.
   *
   * @param name the name of the engine in logs, such as {@code linux/libkrun}
   * @param vmm the VMM it belongs to
   * @param message the statement as text
   */
  @JsonPropertyOrder({"name", "vmm", "message"})
  record NamedEngine(String name, Vmm vmm, String message) {

    /**
     * Creates the value.
     *
     * @param name the name of the engine in logs
     * @param vmm the VMM it belongs to
     * @param message the statement as text
     */
    public NamedEngine {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(vmm, "vmm");
      Objects.requireNonNull(message, "message");
    }
  }

  /** {@return the host on which the text was written} */
  Host host();

  /**
   * {@return the VMM for which the issues were evaluated: the one whose engine the text names,
   * otherwise the one in use; empty if neither is known, or if the text names several and the one
   * in use is not among them}
   */
  @JsonProperty("vmm")
  Optional<Vmm> vmm();

  /**
   * {@return the issues that match the text, ordered by likelihood, severity, length of the longest
   * matching fragment, confidence (highest first each), then by the order of the catalog}
   */
  @JsonProperty("matches")
  List<Match> matches();

  /** {@return the engines that the text names, in the order of their first occurrence} */
  @JsonProperty("engines")
  List<NamedEngine> engines();

  /**
   * {@return the notices of the host, of the coverage of the catalog, and of text that was not
   * searched}
   */
  @JsonProperty("notices")
  List<Notice> notices();

  /** {@return the catalog on which this is based} */
  @JsonProperty("catalog")
  CatalogReference catalog();
}
