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
 * One cell of the matrix: how one rule turned out for one candidate.
 *
 * <p>What is the same for every host for which it turns out so is its {@link #ruleOutcome()}; the
 * {@link #parameters()} and the {@link #remedies()} are those of the host, computed on first
 * access. Two findings are equal if all three are. Safe to share between threads.
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
   * @param ruleOutcome how the rule turned out
   * @param host the host for which it turned out so
   */
  public static Finding of(RuleOutcome ruleOutcome, Host host) {
    Objects.requireNonNull(ruleOutcome, "ruleOutcome");
    Objects.requireNonNull(host, "host");
    return new Finding(ruleOutcome, host);
  }

  /** {@return how the rule turned out: all but the parameters} */
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

  /** {@return the candidate it is about} */
  public Vmm vmm() {
    return ruleOutcome.vmm();
  }

  /** {@return how the rule turned out} */
  @JsonProperty("outcome")
  public Outcome outcome() {
    return ruleOutcome.outcome();
  }

  /**
   * {@return how much it matters: the severity of the rule where it is violated or could be, {@link
   * Severity#INFO} where it is satisfied or not applicable}
   */
  @JsonProperty("severity")
  public Severity severity() {
    return ruleOutcome.severity();
  }

  /**
   * {@return the criteria of the ranking that a violation of the rule counts for, in their order;
   * none if the rule is shown and decides nothing, or is unknown and counts only once it is
   * declared}
   *
   * <p>A rule that counts for {@link Criterion#MATURITY} is either a deprecation or a serious issue
   * that keeps a beta from being taken for generally available.
   */
  public List<Criterion> countsFor() {
    return ruleOutcome.countsFor();
  }

  /**
   * {@return the values the message is made from: for each fact it read that is known, its path and
   * its value, and the bounds the rule compares with; in a documented, stable order. Of a list of
   * more than 100 elements or 10,000 characters only some, first those that the catalog knows}
   */
  @JsonProperty("parameters")
  public Map<String, Object> parameters() {
    Map<String, Object> known = parameters;
    if (known == null) {
      known = ruleOutcome.parametersOf().apply(host);
      parameters = known;
    }
    return known;
  }

  /**
   * {@return what would help, in order of preference; empty unless the rule is violated}
   *
   * <p>A remedy of a rule is offered as this host can carry it out safely. An upgrade leads to a
   * release that installs here and has no vulnerability that a later release fixes, if there is
   * one. A VMM or a file sharing implementation that has such a vulnerability in this release is
   * not offered, nor is a downgrade.
   */
  @JsonProperty("remedies")
  public List<Remedy> remedies() {
    List<Remedy> known = remedies;
    if (known == null) {
      List<Remedy> all = ruleOutcome.remedies();
      known = all.isEmpty() ? all : ruleOutcome.offered().apply(all, host);
      remedies = known;
    }
    return known;
  }

  /**
   * {@return this finding with other remedies}
   *
   * @param remedies what would help, in order of preference
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
   * {@return the public addresses of those sources that have one, in their order, each once; empty
   * where the rule is satisfied or not applicable}
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

  /** {@return the waiver of the rule, or empty; a waived finding is shown and decides nothing} */
  @JsonProperty("waiver")
  public Optional<Waiver> waiver() {
    return ruleOutcome.waiver();
  }

  /** {@return what was found, in words, for people; not part of the contract} */
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
