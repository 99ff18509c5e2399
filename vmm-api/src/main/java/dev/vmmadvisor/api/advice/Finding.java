package dev.vmmadvisor.api.advice;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.catalog.RuleKind;
import dev.vmmadvisor.api.catalog.Severity;
import dev.vmmadvisor.api.catalog.Waiver;
import dev.vmmadvisor.api.host.Fact;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The result of the evaluation of one rule for one candidate.
 *
 * <p>Only this library implements it; methods may be added. Immutable and safe to share between
 * threads.
 */
@JsonPropertyOrder({
  "code",
  "kind",
  "outcome",
  "severity",
  "parameters",
  "message",
  "remedies",
  "sources",
  "urls",
  "facts",
  "waiver"
})
@JsonSerialize(as = Finding.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface Finding {

  /** {@return the stable code of the rule, such as {@code docker-vmm-memory-minimum}} */
  @JsonProperty("code")
  String code();

  /** {@return the kind of the rule} */
  @JsonProperty("kind")
  RuleKind kind();

  /** {@return the candidate it is about} */
  Vmm vmm();

  /** {@return the outcome of the rule} */
  @JsonProperty("outcome")
  Outcome outcome();

  /**
   * {@return the severity of the rule if it is or could be violated, {@link Severity#INFO} if it is
   * satisfied or not applicable}
   */
  @JsonProperty("severity")
  Severity severity();

  /**
   * {@return the ranking criteria that a violation of the rule counts for, in their order; empty if
   * the rule does not affect the ranking, or if it is unknown and counts only for declared needs}
   *
   * <p>A rule that counts for {@link Criterion#MATURITY} is either a deprecation or a serious issue
   * that prevents a beta from being treated as generally available.
   */
  List<Criterion> countsFor();

  /**
   * {@return the values of the message, in a stable order: each known fact that the rule read, by
   * its path, and the bounds that the rule compares with}
   *
   * <p>A list of more than 100 elements or 10,000 characters is truncated; elements that the
   * catalog defines come first.
   */
  @JsonProperty("parameters")
  Map<String, Object> parameters();

  /**
   * {@return the remedies, in order of preference; empty unless the rule is violated}
   *
   * <p>Only remedies that are possible and safe on this host are offered. An upgrade leads to a
   * release that installs here and, if possible, has no vulnerability that a later release fixes. A
   * VMM or a file sharing implementation with such a vulnerability in this release is not offered,
   * nor is a downgrade.
   */
  @JsonProperty("remedies")
  List<Remedy> remedies();

  /** {@return the ids of the sources of the rule in the catalog} */
  @JsonProperty("sources")
  List<String> sources();

  /**
   * {@return the distinct public URLs of those sources, in their order; empty if the rule is
   * satisfied or not applicable}
   */
  @JsonProperty("urls")
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  List<String> urls();

  /** {@return the facts that the rule reads, in the order of {@link Fact}} */
  @JsonProperty("facts")
  List<Fact> facts();

  /**
   * {@return the waiver of the rule, or empty; a waived finding is shown and does not affect the
   * answer}
   */
  @JsonProperty("waiver")
  Optional<Waiver> waiver();

  /** {@return the finding as text, which may change between releases} */
  @JsonProperty("message")
  String message();
}
