package dev.vmmadvisor.api.advice;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.catalog.RuleKind;
import dev.vmmadvisor.api.catalog.Severity;
import dev.vmmadvisor.api.catalog.Waiver;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The result of the evaluation of one rule for one candidate.
 *
 * <p>The {@link #ruleOutcome()} is shared by all hosts with the same outcome. The {@link
 * #parameters()} and the {@link #remedies()} depend on the host and are computed on first access.
 * Two findings are equal if all three are. Immutable and safe to share between threads.
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
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public final class Finding {

  private final RuleOutcome ruleOutcome;
  private final Host host;
  private volatile @Nullable Map<String, Object> parameters;
  private volatile @Nullable List<Remedy> remedies;

  private Finding(RuleOutcome ruleOutcome, Host host) {
    this.ruleOutcome = ruleOutcome;
    this.host = host;
  }

  /**
   * {@return a finding}
   *
   * @param ruleOutcome the part of the finding that hosts share
   * @param host the host
   */
  public static Finding of(RuleOutcome ruleOutcome, Host host) {
    Objects.requireNonNull(ruleOutcome, "ruleOutcome");
    Objects.requireNonNull(host, "host");
    return new Finding(ruleOutcome, host);
  }

  /** {@return the part of the finding that does not depend on parameters of the host} */
  @JsonIgnore
  public RuleOutcome ruleOutcome() {
    return ruleOutcome;
  }

  /** {@return the stable code of the rule, such as {@code docker-vmm-memory-minimum}} */
  @JsonProperty("code")
  public String code() {
    return ruleOutcome.code();
  }

  /** {@return the kind of the rule} */
  @JsonProperty("kind")
  public RuleKind kind() {
    return ruleOutcome.kind();
  }

  /** {@return the VMM of the candidate} */
  public Vmm vmm() {
    return ruleOutcome.vmm();
  }

  /** {@return the outcome of the rule} */
  @JsonProperty("outcome")
  public Outcome outcome() {
    return ruleOutcome.outcome();
  }

  /**
   * {@return the severity of the rule if it is or could be violated, {@link Severity#INFO} if it is
   * satisfied or not applicable}
   */
  @JsonProperty("severity")
  public Severity severity() {
    return ruleOutcome.severity();
  }

  /**
   * {@return the ranking criteria that a violation of the rule counts for, in their order; empty if
   * the rule does not affect the ranking, or if it is unknown and counts only for declared needs}
   *
   * <p>A rule that counts for {@link Criterion#MATURITY} is either a deprecation or a serious issue
   * that prevents a beta from being treated as generally available.
   */
  public List<Criterion> countsFor() {
    return ruleOutcome.countsFor();
  }

  /**
   * {@return the values of the message, in a stable order: each known fact that the rule read, by
   * its path, and the bounds that the rule compares with}
   *
   * <p>A list of more than 100 elements or 10,000 characters is truncated; elements that the
   * catalog defines come first.
   */
  @JsonProperty("parameters")
  public Map<String, Object> parameters() {
    Map<String, Object> cached = parameters;
    if (cached == null) {
      cached = ruleOutcome.parametersOf().apply(host);
      parameters = cached;
    }
    return cached;
  }

  /**
   * {@return the remedies, in order of preference; empty unless the rule is violated}
   *
   * <p>Only remedies that are possible and safe on this host are offered. An upgrade leads to a
   * release that installs here and, if possible, has no vulnerability that a later release fixes. A
   * VMM or a file sharing implementation with such a vulnerability in this release is not offered,
   * nor is a downgrade.
   */
  @JsonProperty("remedies")
  public List<Remedy> remedies() {
    List<Remedy> cached = remedies;
    if (cached == null) {
      List<Remedy> all = ruleOutcome.remedies();
      cached = all.isEmpty() ? all : ruleOutcome.offered().apply(all, host);
      remedies = cached;
    }
    return cached;
  }

  /**
   * {@return this finding with other remedies}
   *
   * @param remedies the remedies, in order of preference
   */
  public Finding withRemedies(List<Remedy> remedies) {
    Objects.requireNonNull(remedies, "remedies");
    return of(
        RuleOutcome.builder()
            .from(ruleOutcome)
            .remedies(remedies)
            .offered((given, any) -> given)
            .build(),
        host);
  }

  /** {@return the ids of the sources of the rule in the catalog} */
  @JsonProperty("sources")
  public List<String> sources() {
    return ruleOutcome.sources();
  }

  /**
   * {@return the distinct public URLs of those sources, in their order; empty if the rule is
   * satisfied or not applicable}
   */
  @JsonProperty("urls")
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public List<String> urls() {
    return ruleOutcome.urls();
  }

  /** {@return the facts that the rule reads, in the order of {@link Fact}} */
  @JsonProperty("facts")
  public List<Fact> facts() {
    return ruleOutcome.facts();
  }

  /**
   * {@return the waiver of the rule, or empty; a waived finding is shown and does not affect the
   * answer}
   */
  @JsonProperty("waiver")
  public Optional<Waiver> waiver() {
    return ruleOutcome.waiver();
  }

  /** {@return the finding as text, which may change between releases} */
  @JsonProperty("message")
  public String message() {
    return ruleOutcome.wording().message(this);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Finding finding
            && ruleOutcome.equals(finding.ruleOutcome)
            && parameters().equals(finding.parameters())
            && remedies().equals(finding.remedies()));
  }

  @Override
  public int hashCode() {
    return 31 * ruleOutcome.hashCode() + parameters().hashCode();
  }

  @Override
  public String toString() {
    return "Finding{ruleOutcome=" + ruleOutcome + ", parameters=" + parameters() + "}";
  }
}
