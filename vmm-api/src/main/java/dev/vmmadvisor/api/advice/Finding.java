package dev.vmmadvisor.api.advice;

import com.fasterxml.jackson.annotation.JsonIgnore;
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
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** One cell of the matrix: how one rule turned out for one candidate. */
@Value.Immutable
@JsonSerialize(as = ImmutableFinding.class)
@JsonPropertyOrder({
  "code",
  "kind",
  "outcome",
  "severity",
  "parameters",
  "message",
  "remedies",
  "sources",
  "facts",
  "waiver"
})
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public abstract class Finding {

  // Not for extension: new attributes must not break anyone.
  Finding() {}

  /** {@return a builder} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return the stable code of the rule, such as {@code docker-vmm-memory-minimum}} */
  public abstract String code();

  /** {@return the kind of the rule} */
  public abstract RuleKind kind();

  /** {@return the candidate it is about} */
  @JsonIgnore
  public abstract Vmm vmm();

  /** {@return how the rule turned out} */
  public abstract Outcome outcome();

  /**
   * {@return how much it matters: the severity of the rule where it is violated or could be, {@link
   * Severity#INFO} where it is satisfied or not applicable}
   */
  public abstract Severity severity();

  /**
   * {@return the criteria of the ranking that a violation of the rule counts for, in their order;
   * none if the rule is shown and decides nothing}
   *
   * <p>A rule that counts for {@link Criterion#MATURITY} is either a deprecation or a serious issue
   * that keeps a beta from being taken for generally available.
   */
  @JsonIgnore
  public abstract List<Criterion> countsFor();

  /** {@return the parameters, when somebody asks} */
  @JsonIgnore
  abstract Deferred<Map<String, Object>> deferredParameters();

  /**
   * {@return the values the message is made from: for each fact it read that is known, its path and
   * its value, and the bounds the rule compares with; in a documented, stable order}
   */
  @JsonProperty("parameters")
  public Map<String, Object> parameters() {
    return deferredParameters().get();
  }

  /**
   * {@return this finding with other parameters}
   *
   * @param parameters gives the parameters, which nobody changes any more
   */
  public Finding withParameters(Deferred<Map<String, Object>> parameters) {
    return ((ImmutableFinding) this).withDeferredParameters(parameters);
  }

  /** {@return what would help, in order of preference; empty unless the rule is violated} */
  public abstract List<Remedy> remedies();

  /** {@return the ids of the sources of the rule in the catalog} */
  public abstract List<String> sources();

  /** {@return the facts that the rule reads, in the order of {@link Fact}} */
  public abstract List<Fact> facts();

  /** {@return the waiver of the rule, or empty; a waived finding is shown and decides nothing} */
  public abstract Optional<Waiver> waiver();

  /** {@return the words of this finding} */
  @JsonIgnore
  @Value.Auxiliary
  abstract Wording wording();

  /** {@return what was found, in words, for people; not part of the contract} */
  @JsonProperty("message")
  public String message() {
    return wording().message(this);
  }

  /** Builds values. Not safe to share between threads. */
  public static class Builder extends ImmutableFinding.Builder {
    Builder() {}

    /**
     * Sets the {@link Finding#parameters()}.
     *
     * @param parameters the parameters, in their order
     * @return this builder
     */
    public final Builder parameters(Map<String, ?> parameters) {
      Map<String, Object> copy = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
      return deferredParameters(Deferred.of(() -> copy));
    }
  }
}
